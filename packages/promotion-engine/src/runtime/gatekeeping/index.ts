export { createGatekeeping } from './createGatekeeping';
export * from './Gatekeeping';
