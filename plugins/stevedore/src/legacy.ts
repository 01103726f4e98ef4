export { stevedoreApiRef } from './api/stevedoreApi';
export {
  EntityDeliveryCard,
  EntityDeliveryContent,
  isPipelineAvailable,
  stevedorePlugin,
} from './legacyPlugin';
