export { createGatekeepingService } from './createGatekeepingService';
export type { GatekeepingService, PlatformWindow } from './GatekeepingService';
