import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { DeliveryCardBody } from './DeliveryCardBody';

/** The overview card as cards of the new frontend system look. */
export function NewEntityDeliveryCard() {
  return (
    <EntityInfoCard title="Delivery">
      <DeliveryCardBody />
    </EntityInfoCard>
  );
}
