import { Calendar } from '@stevedore/plugin-stevedore-common';
import { EmptyState } from '../../components/notice';
import { LockForm } from './LockForm';
import { LockLine } from './LockLine';
import { OfPlatform } from './OfPlatform';

/** What is locked beyond single components, and locking. */
export function PlatformLocks() {
  return (
    <OfPlatform what="Locks">
      {calendar => <Locks calendar={calendar} />}
    </OfPlatform>
  );
}

function Locks({ calendar: { locks, whyNot } }: { calendar: Calendar }) {
  return (
    <>
      {locks.length === 0 && (
        <EmptyState title="Nothing is locked beyond single components.">
          Locks of one component are on its own page.
        </EmptyState>
      )}
      {locks.map(lock => (
        <LockLine key={lock.id} lock={lock} at="top" />
      ))}
      <LockForm whyNot={whyNot.lock} />
    </>
  );
}
