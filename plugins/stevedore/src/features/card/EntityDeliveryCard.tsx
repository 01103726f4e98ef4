import { InfoCard } from '@backstage/core-components';
import { DeliveryCardBody } from './DeliveryCardBody';

/** The overview card as cards of the old frontend system look. */
export function EntityDeliveryCard() {
  return (
    <InfoCard title="Delivery">
      <DeliveryCardBody />
    </InfoCard>
  );
}
