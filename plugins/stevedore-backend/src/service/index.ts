export { createServices } from './createServices';
export type { CreateServicesDeps, Services } from './createServices';
export type { Caller, StevedoreService } from './StevedoreService';
