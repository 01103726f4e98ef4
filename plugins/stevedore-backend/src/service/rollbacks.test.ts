import {
  commitOf,
  entryOf,
  ran,
  requested,
  sampleFreight,
  sampleName,
  second,
} from '@stevedore/promotion-engine/testing';
import { callerNamed, createWorld } from './__testUtils__/world';

const shop = { project: 'shop' };
const entity = { kind: 'component', namespace: 'default', name: 'shop' };
const [one, two] = [1, 2].map(n => sampleFreight(n).name);
const verified = (n: number, phase: 'Failed' | 'Successful') =>
  entryOf('verification.finished', {
    stage: 'dev',
    freight: [sampleFreight(n).name],
    verification: {
      id: `v${n}`,
      collection: `c${n}`,
      phase,
      startedAt: second(n),
      actor: 'component:verification',
    },
  });

/** Dev held 1, verified, and holds 2. */
async function twoReleases() {
  const world = await createWorld();
  await world.store.commit(
    commitOf('shop', [
      requested('dev', 1),
      ...ran('dev', 1),
      verified(1, 'Successful'),
      requested('dev', 2),
      ...ran('dev', 2),
      verified(2, 'Failed'),
    ]),
  );
  const stage = async () =>
    (await world.service.getPipeline(entity, callerNamed('ada'))).stages[0];
  return { ...world, stage };
}

it('says in the first paint where a stage would go back to', async () => {
  const { stage } = await twoReleases();
  const { rollbacks, rollback } = await stage();
  expect(rollbacks).toMatchObject([{ out: { name: two }, to: { name: one } }]);
  expect(rollbacks?.[0].whyNot).toBeUndefined();
  expect(rollback).toBeUndefined();
});

it('says why not, where there is nothing to go back to', async () => {
  const { store, stage, service } = await twoReleases();
  await store.commit(
    commitOf('shop', [
      entryOf('freight.quarantined', { freight: one }, { reason: 'leaks' }),
    ]),
  );
  const whyNot = 'everything verified that dev held before is quarantined';
  expect((await stage()).rollbacks).toMatchObject([{ whyNot }]);
  const dev = { ...shop, stage: 'dev' };
  const options = await service.getRollback(dev, callerNamed('vera'));
  expect(options).toMatchObject({
    stage: 'dev',
    whyNot: expect.stringContaining('stevedore.stage.rollback'),
    whyNotQuarantine: expect.stringContaining('stevedore.freight.quarantine'),
    options: [
      {
        whyNot,
        earlier: [
          {
            freight: { name: one },
            verified: true,
            whyNot: expect.stringContaining('leaks'),
          },
        ],
      },
    ],
  });
});

it('says why it went back, how long that took, and why it did not', async () => {
  const { store, stage, service } = await twoReleases();
  const back = sampleName('dev', 3);
  const rollback = {
    of: sampleName('dev', 2),
    out: two,
    because: 'verification' as const,
    verification: 'v2',
    badSince: second(3),
  };
  const freight = { ...sampleFreight(1) };
  const asked = requested('dev', 3, {
    rollback,
    intent: 'hold',
    freight,
    collection: { id: 'c1', items: { 'Warehouse/web': freight } },
  });
  await store.commit(
    commitOf('shop', [{ ...asked, reason: 'the verification of 2 failed' }]),
  );
  const going = (await stage()).rollback;
  expect(going).toMatchObject({ promotion: back });
  expect(going?.sentence).toMatch(
    /^goes back to .*: the verification of 2 failed$/,
  );
  await store.commit(
    commitOf('shop', [
      ...ran('dev', 3),
      entryOf('promotion.restored', {
        promotion: back,
        stage: 'dev',
        badSince: second(3),
        afterMs: 61_000,
      }),
    ]),
  );
  const { rollback: gone, holds } = await stage();
  expect(gone?.sentence).toMatch(
    /^went back to .*: the verification of 2 failed; good again after 1m 1s$/,
  );
  expect(holds).toMatchObject([
    { promotion: back, reason: 'the verification of 2 failed' },
  ]);
  const { promotion } = await service.getPromotion(
    { ...shop, name: back },
    callerNamed('ada'),
  );
  expect(promotion.rollback).toMatchObject({
    because: 'verification',
    out: two,
    restoredAfterMs: 61_000,
  });
  const { items } = await service.getHistory(shop, callerNamed('ada'));
  expect(items.find(each => each.afterMs)).toMatchObject({
    verb: 'promotion.restored',
    afterMs: 61_000,
  });
  expect(items.filter(each => each.rollback)).toMatchObject([
    { verb: 'promotion.requested', stage: 'dev' },
  ]);
  await store.commit(
    commitOf('shop', [
      entryOf(
        'rollback.skipped',
        { stage: 'dev', of: back },
        { reason: 'it was a rollback' },
      ),
    ]),
  );
  expect((await stage()).rollback?.sentence).toBe(
    'not rolled back: it was a rollback',
  );
});

it('needs the permission to quarantine for that, and changes nothing without it', async () => {
  const { service, engine, store } = await createWorld();
  const before = await store.head('shop');
  const ask = { ...shop, stage: 'dev', quarantine: true, reason: 'r' };
  await expect(
    service.rollbackStage(ask, callerNamed('vera')),
  ).rejects.toMatchObject({ name: 'NotAllowedError' });
  expect(engine.rollback).not.toHaveBeenCalled();
  expect(await store.head('shop')).toEqual(before);
});
