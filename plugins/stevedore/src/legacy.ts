export { stevedoreApiRef } from './api/stevedoreApi';
export {
  DeliveryPage,
  EntityDeliveryCard,
  EntityDeliveryContent,
  isPipelineAvailable,
  stevedorePlugin,
} from './legacyPlugin';
