export { Everything } from './Everything';
