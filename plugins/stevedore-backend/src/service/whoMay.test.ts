import { sampleFreight } from '@stevedore/promotion-engine/testing';
import { Caller, StevedoreService } from './StevedoreService';
import { callerNamed, createWorld, PROMOTION } from './__testUtils__/world';

const shop = { project: 'shop' };
const prod = { ...shop, name: PROMOTION };
const freight = { freight: 'a' };
const why = { reason: 'r' };

type Run = (service: StevedoreService, caller: Caller) => Promise<unknown>;

const reads: Record<string, Run> = {
  getPipeline: (s, c) =>
    s.getPipeline({ kind: 'component', namespace: 'default', name: 'shop' }, c),
  listFreight: (s, c) => s.listFreight(shop, c),
  listPromotions: (s, c) => s.listPromotions(shop, c),
  getPromotion: (s, c) => s.getPromotion(prod, c),
  getPromotionLogs: (s, c) => s.getPromotionLogs(prod, c),
  getWarehouse: (s, c) => s.getWarehouse({ ...shop, warehouse: 'web' }, c),
  getVerification: (s, c) => s.getVerification({ ...shop, stage: 'dev' }, c),
  getRollback: (s, c) => s.getRollback({ ...shop, stage: 'dev' }, c),
  getCommits: (s, c) => s.getCommits({ ...shop, to: sampleFreight(1).name }, c),
  getDrift: (s, c) => s.getDrift(shop, c),
  getHistory: (s, c) => s.getHistory(shop, c),
  verifyLedger: (s, c) => s.verifyLedger(shop, c),
};
const readsPlans: Record<string, Run> = {
  getLedger: (s, c) => s.getLedger(shop, c),
  planPromotion: (s, c) =>
    s.planPromotion({ ...shop, stage: 'prod', ...freight }, c),
};
const acts: Record<string, Run> = {
  requestPromotion: (s, c) =>
    s.requestPromotion({ ...shop, stage: 'staging', ...freight }, c),
  requestTargets: (s, c) =>
    s.requestTargets({ ...shop, stage: 'staging', ...freight }, c),
  abortPromotion: (s, c) => s.abortPromotion(prod, c),
  retryPromotion: (s, c) => s.retryPromotion(prod, c),
  createFreight: (s, c) => s.createFreight({ ...shop, warehouse: 'web' }, c),
  changeAlias: (s, c) => s.changeAlias({ ...shop, name: 'a', alias: 'b' }, c),
  refreshWarehouse: (s, c) =>
    s.refreshWarehouse({ ...shop, warehouse: 'web' }, c),
  holdStage: (s, c) =>
    s.holdStage({ ...shop, stage: 'dev', origin: 'Warehouse/web' }, c),
  resumeStage: (s, c) =>
    s.resumeStage({ ...shop, stage: 'dev', origin: 'Warehouse/web' }, c),
  quarantineFreight: (s, c) =>
    s.quarantineFreight({ ...shop, name: 'a', ...why }, c),
  verifyStage: (s, c) => s.verifyStage({ ...shop, stage: 'dev' }, c),
  stopVerification: (s, c) => s.stopVerification({ ...shop, stage: 'dev' }, c),
  rollbackStage: (s, c) =>
    s.rollbackStage({ ...shop, stage: 'dev', quarantine: true, ...why }, c),
};
const waives: Record<string, Run> = {
  liftQuarantine: (s, c) => s.liftQuarantine({ ...shop, name: 'a', ...why }, c),
  waiveFreight: (s, c) =>
    s.waiveFreight({ ...shop, name: 'a', stage: 'prod', ...why }, c),
};
const decides: Record<string, Run> = {
  approvePromotion: (s, c) => s.approvePromotion({ ...prod, digest: 'd' }, c),
  rejectPromotion: (s, c) => s.rejectPromotion({ ...prod, digest: 'd' }, c),
  withdrawDecision: (s, c) => s.withdrawDecision(prod, c),
};

const people: Record<string, Record<string, Run>[]> = {
  stranger: [],
  vera: [reads],
  ada: [reads, readsPlans, acts],
  // rhea asked for this promotion, and the policy wants others
  rhea: [reads, readsPlans, acts, waives],
  ravi: [reads, readsPlans, acts, waives, decides],
  // may decide as far as the platform goes, but the pipeline's policy does not name admins
  alex: [reads, readsPlans, acts, waives],
};
const everything = { ...reads, ...readsPlans, ...acts, ...waives, ...decides };
const table = Object.entries(people).flatMap(([person, may]) =>
  Object.entries(everything).map(([operation, run]) => {
    const allowed = may.some(each => Object.hasOwn(each, operation));
    return [person, operation, allowed ? 'allowed' : 'refused', run] as const;
  }),
);

it.each(table)('%s: %s is %s', async (person, operation, outcome, run) => {
  const { service, engine, store, failed, succeeded } = await createWorld();
  const before = await store.head('shop');
  const { commits, denied, drift, health, ...working } = engine;
  const worked = () =>
    Object.values(working).reduce(
      (sum, mock) => sum + mock.mock.calls.length,
      0,
    );
  const answer = run(service, callerNamed(person));
  if (outcome === 'allowed') {
    await answer;
    expect(denied).not.toHaveBeenCalled();
    expect(worked()).toBe(
      operation in reads || operation === 'getLedger' ? 0 : 1,
    );
    expect(succeeded).toHaveBeenCalledTimes(
      operation in reads && operation !== 'verifyLedger' ? 0 : 1,
    );
    return;
  }
  await expect(answer).rejects.toMatchObject({
    name: 'NotAllowedError',
    message: expect.stringContaining(`user:default/${person}`),
  });
  expect(denied).toHaveBeenCalledTimes(1);
  expect(denied.mock.calls[0][0]).toMatchObject({
    project: 'shop',
    actor: { ref: `user:default/${person}` },
  });
  expect(worked()).toBe(0);
  expect(await store.head('shop')).toEqual(before);
  expect(failed).toHaveBeenCalledTimes(
    operation in reads && operation !== 'verifyLedger' ? 0 : 1,
  );
});

it.each([
  ['stranger', 0],
  ['vera', 0],
  ['ada', 0],
  ['rhea', 0],
  ['alex', 0],
  ['ravi', 1],
])('%s has %i waiting', async (person, count) => {
  const { service } = await createWorld();
  expect(
    (await service.getWaiting({}, callerNamed(person))).items,
  ).toHaveLength(count);
});

it('answers 404 for what is not there, before it asks who may', async () => {
  const { service, engine } = await createWorld();
  const vera = callerNamed('vera');
  const missing = { name: 'NotFoundError' };
  await expect(
    service.listFreight({ project: 'nope' }, vera),
  ).rejects.toMatchObject(missing);
  await expect(
    service.getPromotion({ ...shop, name: 'nope' }, vera),
  ).rejects.toMatchObject(missing);
  await expect(
    service.requestPromotion({ ...shop, stage: 'nope', ...freight }, vera),
  ).rejects.toMatchObject({
    ...missing,
    message: 'shop has no stage nope; it has dev, staging, prod.',
  });
  expect(engine.denied).not.toHaveBeenCalled();
});
