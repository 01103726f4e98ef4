import { OURS } from '../../components/ours';
import { NowProvider } from '../../components/time';
import { ReadProvider } from '../../hooks/ReadProvider';
import { DeliveryTab } from './DeliveryTab';

/** Content of the tab "Delivery"; the same for both frontend systems. */
export function EntityDeliveryContent() {
  return (
    <ReadProvider>
      <NowProvider>
        <div {...OURS}>
          <DeliveryTab />
        </div>
      </NowProvider>
    </ReadProvider>
  );
}
