import {
  commitOf,
  entryOf,
  requested,
  sampleName,
  second,
} from '@stevedore/promotion-engine/testing';
import { callerNamed, createWorld } from './__testUtils__/world';

const dev = { project: 'shop', stage: 'dev' };
const run = { cluster: 'prod-eu', namespace: 'shop', name: 'dev.v1.c0ffee' };

it('says what was measured, by which run, and where what it printed is', async () => {
  const { service, store } = await createWorld();
  const name = sampleName('dev', 1);
  const of = { promotion: name, stage: 'dev' };
  await store.commit(
    commitOf('shop', [
      requested('dev', 1),
      entryOf('promotion.started', of),
      entryOf('promotion.finished', {
        ...{ ...of, phase: 'Succeeded', message: 'done', freight: [] },
      }),
    ]),
  );
  const row = (await store.stage('shop', 'dev'))!;
  const [{ id: collection, promotion }] = row.history;
  const verification = {
    ...{ id: 'v1', collection, phase: 'Running' as const, run },
    ...{ actor: 'component:verification', startedAt: second(1) },
  };
  const data = { stage: 'dev', verification };
  await store.commit(commitOf('shop', [entryOf('verification.started', data)]));
  const vera = callerNamed('vera');
  expect(await service.getVerification(dev, vera)).toEqual({
    ...{ metrics: [], run },
  });
  await store.addMeasurement('shop', 'v1', {
    ...{ metric: 'errors', phase: 'Successful', at: second(2), value: '0' },
  });
  const step = 'verification v1';
  await store.appendLog('shop', promotion, {
    ...{ at: second(2), step, text: 'errors: probing' },
  });
  const detail = await service.getVerification(dev, vera);
  expect(detail).toMatchObject({
    run,
    log: { promotion, step },
    metrics: [{ name: 'errors', total: 1 }],
  });
  const { items } = await service.getPromotionLogs(
    { project: 'shop', name: promotion, step },
    vera,
  );
  expect(items.map(({ text }) => text)).toEqual(['errors: probing']);
});
