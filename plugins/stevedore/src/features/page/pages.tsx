import { EverywhereFilter } from '../../hooks/useEverywhere';
import { useUrlState } from '../../hooks/useUrlState';
import { PlatformCalendar, PlatformLocks } from '../calendar';
import { Everything } from '../everything';
import { WaitingOnMe } from '../waiting';
import { PlatformFrame } from './PlatformFrame';

export const WaitingPage = () => (
  <PlatformFrame title="Waiting on me">
    <WaitingOnMe />
  </PlatformFrame>
);

export const EverythingPage = () => (
  <PlatformFrame title="Everything">
    <FilteredEverything />
  </PlatformFrame>
);

export const CalendarPage = () => (
  <PlatformFrame title="Calendar">
    <PlatformCalendar />
  </PlatformFrame>
);

export const LocksPage = () => (
  <PlatformFrame title="Locks">
    <PlatformLocks />
  </PlatformFrame>
);

/** With the filter that the address says. */
function FilteredEverything() {
  const { state, update } = useUrlState();
  const { search, mine, waiting } = state;
  const said = (on: boolean | undefined) => (on ? 'yes' : undefined);
  const onFilter = (change: EverywhereFilter) =>
    update(
      {
        ...('search' in change && { search: change.search }),
        ...('mine' in change && { mine: said(change.mine) }),
        ...('waiting' in change && { waiting: said(change.waiting) }),
      },
      { replace: true },
    );
  const filter = {
    search,
    mine: mine && true,
    waiting: waiting && true,
  };
  return <Everything filter={filter} onFilter={onFilter} />;
}
