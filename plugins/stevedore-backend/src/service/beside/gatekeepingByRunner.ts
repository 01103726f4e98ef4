import { ConflictError } from '@backstage/errors';
import { Store } from '@stevedore/promotion-engine';
import { GatekeepingService } from '../gatekeeping/GatekeepingService';
import { INSTEAD, notHere } from './notHere';
import { Runners } from './Runners';

/** What each of them is about, where it can be about one project. */
const ABOUT: Record<keyof GatekeepingService, 'locks' | 'tests'> = {
  whatIf: 'locks',
  reportTest: 'tests',
  getCalendar: 'locks',
  exportCalendar: 'locks',
  setWindow: 'locks',
  importWindows: 'locks',
  endWindow: 'locks',
  setLock: 'locks',
  releaseLock: 'locks',
};

/**
 * Gates of this portal are no gates of a pipeline that something else runs: nobody is to believe that they hold.
 * Authorises nobody.
 */
export function gatekeepingByRunner({
  here,
  runners,
  store,
}: {
  here: GatekeepingService;
  runners: Runners;
  store: Pick<Store, 'project'>;
}): GatekeepingService {
  const guarded =
    (method: keyof GatekeepingService) =>
    async (input: { project?: string }, ...rest: unknown[]) => {
      const { project } = input;
      const name = project && runners.nameOf(await store.project(project));
      if (name) throw new ConflictError(notHere(name, INSTEAD[ABOUT[method]]));
      // the same method of the same interface takes the same input
      const run = here[method] as (...args: unknown[]) => unknown;
      return run.call(here, input, ...rest);
    };
  const methods = Object.keys(ABOUT) as (keyof GatekeepingService)[];
  return Object.fromEntries(
    methods.map(method => [method, guarded(method)]),
  ) as unknown as GatekeepingService;
}
