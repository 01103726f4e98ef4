import type { Router } from 'express';
import { abortPromotion } from './abortPromotion';
import { approvePromotion } from './approvePromotion';
import { changeAlias } from './changeAlias';
import { createFreight } from './createFreight';
import { getCommits } from './getCommits';
import { getDrift } from './getDrift';
import { getHistory } from './getHistory';
import { getLedger } from './getLedger';
import { getPipeline } from './getPipeline';
import { getPromotion } from './getPromotion';
import { getPromotionLogs } from './getPromotionLogs';
import { getWaiting } from './getWaiting';
import { getWarehouse } from './getWarehouse';
import { liftQuarantine } from './liftQuarantine';
import { listFreight } from './listFreight';
import { listPipelines } from './listPipelines';
import { listPromotions } from './listPromotions';
import { listUnmapped } from './listUnmapped';
import { planPromotion } from './planPromotion';
import { quarantineFreight } from './quarantineFreight';
import { refreshWarehouse } from './refreshWarehouse';
import { rejectPromotion } from './rejectPromotion';
import { requestPromotion } from './requestPromotion';
import { retryPromotion } from './retryPromotion';
import { verifyLedger } from './verifyLedger';
import { waiveFreight } from './waiveFreight';
import { withdrawDecision } from './withdrawDecision';
import { routeGates } from './routeGates';
import { routePeople } from './routePeople';
import { routeStages } from './routeStages';
import { newRouter, RouterDeps, RouterOptions } from './RouterDeps';

/** The plugin's routes, mounted by the host at `/api/stevedore`. */
export async function createRouter(
  deps: RouterDeps,
  options?: RouterOptions,
): Promise<Router> {
  const validated = newRouter(options);
  // the specification validates; handlers have types of their own
  const router = validated as unknown as Router;
  router.get('/pipelines', listPipelines(deps));
  router.get('/pipelines/:kind/:namespace/:name', getPipeline(deps));
  router.get('/unmapped', listUnmapped(deps));
  router.get('/projects/:project/freight', listFreight(deps));
  router.post('/projects/:project/freight', createFreight(deps));
  router.post('/projects/:project/freight/:name/alias', changeAlias(deps));
  router.post('/projects/:project/freight/:name/waive', waiveFreight(deps));
  router.post(
    '/projects/:project/freight/:name/quarantine',
    quarantineFreight(deps),
  );
  router.post('/projects/:project/freight/:name/lift', liftQuarantine(deps));
  router.get('/projects/:project/promotions', listPromotions(deps));
  router.post('/projects/:project/promotions', requestPromotion(deps));
  router.get('/projects/:project/promotions/:name', getPromotion(deps));
  router.get(
    '/projects/:project/promotions/:name/logs',
    getPromotionLogs(deps),
  );
  router.post('/projects/:project/plans', planPromotion(deps));
  router.post(
    '/projects/:project/promotions/:name/approve',
    approvePromotion(deps),
  );
  router.post(
    '/projects/:project/promotions/:name/reject',
    rejectPromotion(deps),
  );
  router.post(
    '/projects/:project/promotions/:name/withdraw',
    withdrawDecision(deps),
  );
  router.post(
    '/projects/:project/promotions/:name/abort',
    abortPromotion(deps),
  );
  router.post(
    '/projects/:project/promotions/:name/retry',
    retryPromotion(deps),
  );
  router.get('/projects/:project/warehouses/:name', getWarehouse(deps));
  router.post(
    '/projects/:project/warehouses/:name/refresh',
    refreshWarehouse(deps),
  );
  router.get('/projects/:project/commits', getCommits(deps));
  router.get('/projects/:project/drift', getDrift(deps));
  router.get('/projects/:project/history', getHistory(deps));
  router.get('/projects/:project/ledger', getLedger(deps));
  router.get('/ledger/verify', verifyLedger(deps));
  router.get('/waiting', getWaiting(deps));
  routePeople(router, deps);
  routeStages(router, deps);
  routeGates(router, deps);
  return router;
}
