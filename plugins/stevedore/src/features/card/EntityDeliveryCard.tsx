import { InfoCard } from '@backstage/core-components';
import { NowProvider } from '../../components/time';
import { ReadProvider } from '../../hooks/ReadProvider';
import { StageTable } from './StageTable';

/** One line a stage, for the overview; the same for both frontend systems. */
export function EntityDeliveryCard() {
  return (
    <InfoCard title="Delivery">
      <ReadProvider>
        <NowProvider>
          <StageTable />
        </NowProvider>
      </ReadProvider>
    </InfoCard>
  );
}
