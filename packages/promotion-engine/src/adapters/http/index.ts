export { createHttpClient } from './createHttpClient';
