import { Calendar, CalendarRequest } from '@stevedore/plugin-stevedore-common';
import { InputError } from '@backstage/errors';
import { PLATFORM } from '@stevedore/promotion-engine';
import {
  calendarWindowOf,
  Shown,
  toLock,
  toWindow,
} from '../../mappers/calendar';
import { loadProject } from '../reading/projects';
import { ServiceDeps } from '../ServiceDeps';
import { concerning, liveLocks } from './concerning';
import { PlatformWindow } from './GatekeepingService';
import { scopeText } from './scopeOf';

const DAY = 24 * 60 * 60 * 1000;

type Time = Pick<Shown, 'from' | 'now' | 'to'>;

/** @throws InputError for moments that are none, or a time that is too long */
export function timeOf(
  deps: Pick<ServiceDeps, 'clock'>,
  { from, to }: CalendarRequest,
): Time {
  const now = deps.clock.now();
  const start = from === undefined ? now : Date.parse(from);
  const end = to === undefined ? start + 31 * DAY : Date.parse(to);
  if (Number.isNaN(start) || Number.isNaN(end))
    throw new InputError('Write from and to like 2026-05-04T18:00:00Z.');
  if (end <= start || end - start > 400 * DAY)
    throw new InputError(
      'A calendar has from before to, and at most 400 days.',
    );
  return { now, from: start, to: end };
}

/** What concerns a project: of its definition, of the platform, and of people. */
export async function projectCalendar(
  deps: ServiceDeps,
  project: string,
  time: Time,
): Promise<Pick<Calendar, 'locks' | 'windows'>> {
  const { windows, locks } = await concerning(
    deps,
    await loadProject(deps, project),
  );
  const shown = { ...time, project };
  return {
    windows: windows.map(({ window, stages }) =>
      toWindow(window, { ...shown, stages, scope: stages.join(', ') }),
    ),
    locks: liveLocks(locks, time.now).map(({ lock, stages }) =>
      toLock(lock, { stages, scope: scopeText(lock.project, lock.scope) }),
    ),
  };
}

/** What is said beyond projects. */
export async function platformCalendar(
  { store }: Pick<ServiceDeps, 'store'>,
  configured: readonly PlatformWindow[],
  time: Time,
): Promise<Pick<Calendar, 'locks' | 'windows'>> {
  const [windows, locks] = await Promise.all([
    store.windows(PLATFORM),
    store.locks(PLATFORM),
  ]);
  return {
    windows: [
      ...configured.map(window =>
        toWindow(window, { ...time, scope: window.scope }),
      ),
      ...windows.map(row =>
        toWindow(calendarWindowOf(row), {
          ...time,
          at: row.at,
          scope: scopeText(PLATFORM, row.scope),
        }),
      ),
    ],
    locks: liveLocks(
      locks.map(lock => ({ lock })),
      time.now,
    ).map(({ lock }) =>
      toLock(lock, { scope: scopeText(PLATFORM, lock.scope) }),
    ),
  };
}
