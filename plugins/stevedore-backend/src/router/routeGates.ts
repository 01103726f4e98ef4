import type { Router } from 'express';
import { endWindow } from './endWindow';
import { exportCalendar } from './exportCalendar';
import { getCalendar } from './getCalendar';
import { importWindows } from './importWindows';
import { releaseLock } from './releaseLock';
import { reportTest } from './reportTest';
import { setLock } from './setLock';
import { setWindow } from './setWindow';
import { whatIf } from './whatIf';
import { RouterDeps } from './RouterDeps';

/** What keeps freight out: gates, tests, the calendar and locks. */
export function routeGates(router: Router, deps: RouterDeps): void {
  router.get('/projects/:project/stages/:stage/gates', whatIf(deps));
  router.post('/projects/:project/freight/:name/tests', reportTest(deps));
  router.get('/calendar', getCalendar(deps));
  router.get('/calendar.ics', exportCalendar(deps));
  router.post('/windows', setWindow(deps));
  router.post('/windows/import', importWindows(deps));
  router.post('/windows/:id/end', endWindow(deps));
  router.post('/locks', setLock(deps));
  router.post('/locks/:id/release', releaseLock(deps));
}
