import {
  commitOf,
  entryOf,
  freightFound,
  sampleFreight,
  second,
} from '@stevedore/promotion-engine/testing';
import { callerNamed, createWorld, PROMOTION } from './__testUtils__/world';

const shop = { project: 'shop' };
const prod = { ...shop, name: PROMOTION };

async function detailFor(person: string, ...decided: string[]) {
  const world = await createWorld();
  for (const actor of decided) await approve(world, actor);
  return world.service.getPromotion(prod, callerNamed(person));
}

async function approve(
  { store }: Awaited<ReturnType<typeof createWorld>>,
  person: string,
  digest = 'd',
) {
  const { ref: actor, ownership } = callerNamed(person).actor;
  const data = { promotion: PROMOTION, digest, ownership };
  const stamp = { actor, at: second(3), subject: `promotion:${PROMOTION}` };
  await store.commit(
    commitOf('shop', [entryOf('approval.given', data, stamp)]),
  );
}

it('says to each person what he may not do with a promotion, and why', async () => {
  const permission = (name: string) => expect.stringContaining(name);
  expect(await detailFor('vera')).toMatchObject({
    whyNot: permission('user:default/vera is not among those who decide here'),
    whyNotAbort: permission('stevedore.promotion.abort'),
    whyNotRetry: 'It has not ended: only what ended badly can be tried again.',
    whyNotWithdraw: 'user:default/vera has not approved this promotion',
  });
  const ravi = await detailFor('ravi');
  expect(ravi).toMatchObject({ mayDecide: true, reasonRequired: false });
  expect([ravi.whyNot, ravi.whyNotAbort]).toEqual([undefined, undefined]);
});

it('says what a decision would lead to', async () => {
  expect((await detailFor('ravi')).ifApproved).toBe(
    'waits for approval: 1 of 2 from group:default/release-managers',
  );
  expect((await detailFor('rhea')).ifApproved).toBeUndefined();
});

it('tells which approvals count, whose they are, and why one does not', async () => {
  const world = await createWorld();
  await approve(world, 'ravi');
  await approve(world, 'ada');
  await approve(world, 'alex', 'an earlier digest');
  const detail = await world.service.getPromotion(prod, callerNamed('ravi'));
  const told = Object.fromEntries(
    detail.approvals.map(({ actor, counts, mine, whyNot }) => [
      actor,
      [counts, mine, whyNot],
    ]),
  );
  expect(told).toEqual({
    'user:default/ravi': [true, true, undefined],
    'user:default/ada': [
      false,
      false,
      'It fills no place that the policy asks for.',
    ],
    'user:default/alex': [
      false,
      false,
      'It was given to an earlier plan; the plan has changed since.',
    ],
  });
  expect(detail.whyNotWithdraw).toBeUndefined();
});

it('hides configuration and contents, says so, and shows who asks what would happen', async () => {
  const { service, engine } = await createWorld();
  const vera = await service.getPromotion(prod, callerNamed('vera'));
  expect(vera.plan?.hidden).toContain('stevedore.plan.read');
  expect(vera.steps.every(step => step.config === undefined)).toBe(true);
  const ravi = callerNamed('ravi');
  expect((await service.getPromotion(prod, ravi)).plan?.hidden).toBeUndefined();
  engine.plan.mockImplementation(async () => {
    throw new Error('asked');
  });
  const asked = { ...shop, stage: 'prod', freight: 'a' };
  await expect(service.planPromotion(asked, ravi)).rejects.toThrow('asked');
  await expect(
    service.planPromotion(asked, callerNamed('vera')),
  ).rejects.toMatchObject({ name: 'NotAllowedError' });
});

it('compares what comes with what is there, both ways', async () => {
  const world = await createWorld();
  const { store, service } = world;
  await store.commit(commitOf('shop', [freightFound(3), freightFound(4)]));
  const stageRow = await store.stage('shop', 'prod');
  const here = (n: number) =>
    jest.spyOn(store, 'stage').mockResolvedValue({
      ...stageRow,
      project: 'shop',
      stage: 'prod',
      holds: {},
      version: 1,
      history: [
        {
          id: 'x',
          items: { 'Warehouse/web': sampleFreight(n) },
          since: second(1),
          promotion: 'p',
        },
      ],
    });
  const change = async () =>
    (await service.getPromotion(prod, callerNamed('ravi'))).change;
  expect(await change()).toMatchObject({ direction: 'first', from: [] });
  here(2);
  expect(await change()).toMatchObject({ direction: 'same', between: [] });
  here(4);
  const [three, four] = [3, 4].map(n => sampleFreight(n).name);
  expect(await change()).toMatchObject({
    direction: 'back',
    from: [{ name: four }],
    between: [{ name: three }],
  });
  here(1);
  expect(await change()).toMatchObject({ direction: 'forward', between: [] });
});

it('tells history of one stage, by the names that promotions have', async () => {
  const { service, store } = await createWorld();
  const data = { stage: 'dev', origin: 'Warehouse/web' };
  await store.commit(
    commitOf('shop', [entryOf('hold.set', data, { subject: 'stage:dev' })]),
  );
  const ada = callerNamed('ada');
  const verbs = async (stage?: string) =>
    (await service.getHistory({ ...shop, stage }, ada)).items.map(
      each => `${each.verb} ${each.stage} ${each.versions?.length ?? 0}`,
    );
  expect(await verbs('prod')).toEqual(['promotion.requested prod 1']);
  expect(await verbs('dev')).toEqual(['hold.set dev 0']);
  expect(await verbs()).toHaveLength(5);
});

it('leaves out what happens inside a promotion, where only decisions are wanted', async () => {
  const { service, store } = await createWorld();
  const inside = entryOf('promotion.pinned', {
    promotion: PROMOTION,
    inputs: {},
  });
  const began = (actor: string) => {
    const verification = {
      id: 'v',
      collection: '',
      phase: 'Running' as const,
      startedAt: second(3),
      actor,
    };
    const data = { stage: 'dev', verification };
    return entryOf('verification.started', data, { actor });
  };
  await store.commit(
    commitOf('shop', [
      inside,
      began('component:verification'),
      began('user:default/ada'),
    ]),
  );
  const ada = callerNamed('ada');
  const verbs = async (level?: string) =>
    (await service.getHistory({ ...shop, level }, ada)).items.map(
      each => each.verb,
    );
  expect(await verbs()).toContain('promotion.pinned');
  // somebody asked for the second one
  expect(await verbs('decisions')).toEqual([
    'verification.started',
    'promotion.requested',
    'freight.created',
    'freight.created',
    'definition.accepted',
  ]);
});

it('pages the log of one step past lines of others', async () => {
  const { service, store } = await createWorld();
  const texts = ['a', 'b', 'c', 'd', 'e'];
  for (const [index, text] of texts.entries())
    await store.appendLog('shop', PROMOTION, {
      at: second(index),
      step: index % 2 ? 'push' : 'clone',
      text,
    });
  const vera = callerNamed('vera');
  const page = async (after?: string) =>
    service.getPromotionLogs({ ...prod, step: 'push', limit: 1, after }, vera);
  const first = await page();
  expect(first.items.map(line => line.text)).toEqual(['b']);
  const second2 = await page(first.next);
  expect(second2.items.map(line => line.text)).toEqual(['d']);
  expect((await page(second2.next)).items).toEqual([]);
});
