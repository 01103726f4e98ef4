export { NeedsYou } from './NeedsYou';
