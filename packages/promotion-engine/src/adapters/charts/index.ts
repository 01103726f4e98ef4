export { createChartRepositories } from './createChartRepositories';
