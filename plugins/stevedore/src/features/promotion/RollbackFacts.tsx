import { Promotion } from '@stevedore/plugin-stevedore-common';
import { Notice } from '../../components/notice';
import { RelativeTime } from '../../components/time';
import { duration } from '../../lib/time/relativeTime';

type Rollback = NonNullable<Promotion['rollback']>;

const BECAUSE: Record<Rollback['because'], string> = {
  person: 'somebody asked for it',
  promotion: 'the promotion before it failed',
  verification: 'verification failed',
};

/** That it takes the stage back, why, and how long the stage was bad. */
export function RollbackFacts({ rollback }: { rollback: Rollback }) {
  const { because, badSince, restoredAfterMs } = rollback;
  return (
    <Notice tone={restoredAfterMs === undefined ? 'attention' : 'good'}>
      <strong>Rollback</strong>: {BECAUSE[because]}. Known to be bad since{' '}
      <RelativeTime at={badSince} />
      {restoredAfterMs !== undefined &&
        `; good again after ${duration(restoredAfterMs)}`}
      .
    </Notice>
  );
}
