export { createHttpClient, httpRefusal } from './createHttpClient';
