import { OURS } from '../../components/ours';
import { NowProvider } from '../../components/time';
import { ReadProvider } from '../../hooks/ReadProvider';
import { StageTable } from './StageTable';

/** One line a stage; the same for both frontend systems. */
export function DeliveryCardBody() {
  return (
    <ReadProvider>
      <NowProvider>
        <div {...OURS}>
          <StageTable />
        </div>
      </NowProvider>
    </ReadProvider>
  );
}
