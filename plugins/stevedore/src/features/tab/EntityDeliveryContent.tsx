import { useOurs } from '../../components/ours';
import { NowProvider } from '../../components/time';
import { ReadProvider } from '../../hooks/ReadProvider';
import { DeliveryTab } from './DeliveryTab';

/** Content of the tab "Delivery"; the same for both frontend systems. */
export function EntityDeliveryContent() {
  const ours = useOurs();
  return (
    <ReadProvider>
      <NowProvider>
        {/* takes the focus when what had it is gone */}
        <div {...ours} tabIndex={-1}>
          <DeliveryTab />
        </div>
      </NowProvider>
    </ReadProvider>
  );
}
