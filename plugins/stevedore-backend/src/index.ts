export { stevedorePlugin as default } from './plugin';
