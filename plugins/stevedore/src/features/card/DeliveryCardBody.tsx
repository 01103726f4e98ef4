import { useOurs } from '../../components/ours';
import { NowProvider } from '../../components/time';
import { ReadProvider } from '../../hooks/ReadProvider';
import { StageTable } from './StageTable';

export interface DeliveryCardBodyProps {
  /** Address of the entity's tab; absent when it has none. */
  tab?: string;
}

/** One line a stage; the same for both frontend systems. */
export function DeliveryCardBody({ tab }: DeliveryCardBodyProps) {
  const ours = useOurs();
  return (
    <ReadProvider>
      <NowProvider>
        <div {...ours}>
          <StageTable tab={tab} />
        </div>
      </NowProvider>
    </ReadProvider>
  );
}
