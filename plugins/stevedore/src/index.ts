export { stevedorePlugin as default } from './plugin';
export { stevedoreApiRef } from './api/stevedoreApi';
export { deliveryRouteRef, platformRouteRef } from './routes';
