export { DefaultOverview } from './DefaultOverview';
export type { OverviewService } from './OverviewService';
