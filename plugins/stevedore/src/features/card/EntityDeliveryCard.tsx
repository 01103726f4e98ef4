import { InfoCard } from '@backstage/core-components';
import { useEntity, useEntityRefLink } from '@backstage/plugin-catalog-react';
import { DeliveryCardBody } from './DeliveryCardBody';

export interface EntityDeliveryCardProps {
  /** Path of the tab on the entity's page, as its `EntityLayout.Route` has it. */
  tabPath?: string;
}

/** The overview card as cards of the old frontend system look. */
export function EntityDeliveryCard({
  tabPath = '/delivery',
}: EntityDeliveryCardProps) {
  const { entity } = useEntity();
  const page = useEntityRefLink()(entity).replace(/\/$/, '');
  return (
    <InfoCard title="Delivery">
      <DeliveryCardBody tab={`${page}/${tabPath.replace(/^\//, '')}`} />
    </InfoCard>
  );
}
