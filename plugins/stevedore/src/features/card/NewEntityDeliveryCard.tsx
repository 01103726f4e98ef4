import { useRouteRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { deliveryRouteRef } from '../../routes';
import { DeliveryCardBody } from './DeliveryCardBody';

/** The overview card as cards of the new frontend system look. */
export function NewEntityDeliveryCard() {
  const tab = useRouteRef(deliveryRouteRef);
  return (
    <EntityInfoCard title="Delivery">
      <DeliveryCardBody tab={tab?.()} />
    </EntityInfoCard>
  );
}
