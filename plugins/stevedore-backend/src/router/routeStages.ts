import type { Router } from 'express';
import { actOnRollout } from './actOnRollout';
import { getRollback } from './getRollback';
import { getRollouts } from './getRollouts';
import { getVerification } from './getVerification';
import { holdStage } from './holdStage';
import { requestTargets } from './requestTargets';
import { resumeStage } from './resumeStage';
import { rollbackStage } from './rollbackStage';
import { stopVerification } from './stopVerification';
import { verifyStage } from './verifyStage';
import { RouterDeps } from './RouterDeps';

/** What is asked of one stage, and done to it. */
export function routeStages(router: Router, deps: RouterDeps): void {
  router.post('/projects/:project/stages/:stage/hold', holdStage(deps));
  router.post('/projects/:project/stages/:stage/resume', resumeStage(deps));
  router.post('/projects/:project/stages/:stage/verify', verifyStage(deps));
  router.post(
    '/projects/:project/stages/:stage/stop-verification',
    stopVerification(deps),
  );
  router.get(
    '/projects/:project/stages/:stage/verification',
    getVerification(deps),
  );
  router.get('/projects/:project/stages/:stage/rollback', getRollback(deps));
  router.post('/projects/:project/stages/:stage/rollback', rollbackStage(deps));
  router.post('/projects/:project/stages/:stage/targets', requestTargets(deps));
  router.get('/projects/:project/stages/:stage/rollouts', getRollouts(deps));
  router.post('/projects/:project/stages/:stage/rollouts', actOnRollout(deps));
}
