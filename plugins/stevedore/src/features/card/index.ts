export { EntityDeliveryCard } from './EntityDeliveryCard';
export { NewEntityDeliveryCard } from './NewEntityDeliveryCard';
