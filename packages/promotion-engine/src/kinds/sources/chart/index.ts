export { discoverCharts } from './discoverCharts';
export { selectCharts } from './selectCharts';
