import { FreightItem } from '@stevedore/plugin-stevedore-common';
import { Failure } from '../../lib/read/failure';
import { EmptyState, ErrorNotice, Loading } from '../notice';
import { Version } from '../text';

export interface FreightReadingProps {
  /** What was asked for: its whole name, or its alias. */
  named: string;
  read: {
    /** null: there is none. */
    data?: FreightItem | null;
    loading: boolean;
    failure?: Failure;
    reload: () => void;
  };
}

/** Says that one freight is being read, cannot be, or is not there; nothing once it is. */
export function FreightReading({ named, read }: FreightReadingProps) {
  const { data, loading, failure, reload } = read;
  return (
    <>
      {loading && <Loading what="Reading the freight" />}
      {failure && (
        <ErrorNotice
          what="The freight cannot be shown"
          failure={failure}
          retry={reload}
        />
      )}
      {data === null && (
        <EmptyState title="There is no such freight">
          It may be of another pipeline: <Version>{named}</Version>
        </EmptyState>
      )}
    </>
  );
}
