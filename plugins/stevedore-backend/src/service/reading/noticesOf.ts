import { Pipeline } from '@stevedore/plugin-stevedore-common';
import { ServiceDeps } from '../ServiceDeps';
import { concerning, liveLocks } from '../gatekeeping/concerning';
import { scopeText } from '../gatekeeping/scopeOf';
import { toLock, toWindow } from '../../mappers/calendar';
import { Running } from './projects';

/** How far ahead a page tells of a freeze that comes. */
const AHEAD_MS = 14 * 24 * 60 * 60 * 1000;

/** Locks, and freezes that are or come soon, for the top of a component's page. */
export async function noticesOf(
  deps: ServiceDeps,
  running: Running,
): Promise<Pick<Pipeline, 'freezes' | 'locks'>> {
  const { windows, locks } = await concerning(deps, running);
  const now = deps.clock.now();
  const time = { now, from: now, to: now + AHEAD_MS };
  const { project } = running.row;
  const all = running.project?.stages.length;
  return {
    locks: liveLocks(locks, now).map(({ lock, stages }) =>
      toLock(lock, {
        stages,
        everyStage: stages.length === all,
        scope: scopeText(lock.project, lock.scope),
      }),
    ),
    freezes: windows
      .filter(
        ({ window: { source, window } }) =>
          source !== 'definition' && window.kind === 'Deny',
      )
      .map(({ window, stages }) =>
        toWindow(window, {
          ...time,
          project,
          stages,
          everyStage: stages.length === all,
          scope: stages.join(', '),
        }),
      )
      .filter(({ times }) => times.length > 0),
  };
}
