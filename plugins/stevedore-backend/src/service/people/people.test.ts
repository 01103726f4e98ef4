import { ApprovalRule, NewEntry, PLATFORM } from '@stevedore/promotion-engine';
import {
  commitOf,
  entryOf,
  freightFound,
  requested,
  sampleFreight,
  sampleName,
  second,
} from '@stevedore/promotion-engine/testing';
import { Caller } from '../StevedoreService';
import { callerNamed, createWorld, PROMOTION } from '../__testUtils__/world';
import { PeopleService } from './PeopleService';

const TEAM = 'group:default/team-web';
const MANAGERS = 'group:default/release-managers';
const ADMINS = 'group:default/platform-admins';
const shop = { project: 'shop' };
/** Asked by Rhea; the team may pass it in an emergency, if a manager agrees. */
const URGENT = sampleName('prod', 3);
/** Runs, and asks managers. */
const ASKING = sampleName('staging', 4);
const rule: ApprovalRule = {
  needs: [{ count: 2, from: MANAGERS }],
  excludeRequester: true,
  reasonRequired: false,
  breakGlass: {
    by: { from: TEAM },
    second: { from: MANAGERS },
    review: { from: ADMINS },
  },
  source: 'author',
};

function requestOf(
  stage: string,
  n: number,
  change: { approvals?: ApprovalRule[]; digest?: string } = {},
): NewEntry {
  return requested(stage, n, { automatic: false, ...change });
}

async function world() {
  const made = await createWorld();
  const { store } = made;
  await store.commit(
    commitOf('shop', [
      freightFound(3),
      freightFound(4),
      {
        ...requestOf('prod', 3, { approvals: [rule], digest: 'd' }),
        actor: 'user:default/rhea',
      } as NewEntry,
      requestOf('staging', 4),
      entryOf('promotion.started', { promotion: ASKING, stage: 'staging' }),
      entryOf('step.waiting', {
        promotion: ASKING,
        index: 0,
        message: 'waits for approval',
        error: false,
        ask: {
          kind: 'approval',
          responders: [{ claim: 'groups', value: 'release-managers' }],
        },
      }),
      entryOf(
        'review.opened',
        {
          promotion: PROMOTION,
          stage: 'prod',
          freight: sampleFreight(2).name,
          by: ['user:default/ada'],
          reviewers: [{ from: ADMINS }],
        },
        { reason: 'on fire' },
      ),
    ]),
  );
  return made;
}

type Run = (people: PeopleService, caller: Caller) => Promise<unknown>;
const acts: Record<string, Run> = {
  breakGlass: (p, c) =>
    p.breakGlass({ ...shop, name: URGENT, digest: 'd', reason: 'r' }, c),
  closeReview: (p, c) =>
    p.closeReview({ ...shop, name: PROMOTION, reason: 'r' }, c),
  answerStep: (p, c) =>
    p.answerStep({ ...shop, name: ASKING, step: 0, action: 'approve' }, c),
};
/** Permission and policy together: neither is enough. */
const may: Record<string, (keyof typeof acts)[]> = {
  stranger: [],
  vera: [],
  ada: ['breakGlass'],
  rhea: ['answerStep'],
  ravi: ['answerStep'],
  alex: ['closeReview'],
};
const table = Object.entries(may).flatMap(([person, allowed]) =>
  Object.entries(acts).map(([operation, run]) => {
    const outcome = allowed.includes(operation) ? 'allowed' : 'refused';
    return [person, operation, outcome, run] as const;
  }),
);

it.each(table)('%s: %s is %s', async (person, _, outcome, run) => {
  const { people, deeds, engine, store, failed, succeeded } = await world();
  const before = await store.head('shop');
  const done = () =>
    Object.values(deeds).reduce((sum, { mock }) => sum + mock.calls.length, 0);
  const answer = run(people, callerNamed(person));
  if (outcome === 'allowed') {
    await answer;
    expect(done()).toBe(1);
    expect(succeeded).toHaveBeenCalledTimes(1);
    expect(engine.denied).not.toHaveBeenCalled();
    return;
  }
  await expect(answer).rejects.toMatchObject({
    name: 'NotAllowedError',
    message: expect.stringContaining(`user:default/${person}`),
  });
  expect(done()).toBe(0);
  expect(failed).toHaveBeenCalledTimes(1);
  expect(engine.denied.mock.calls[0][0]).toMatchObject({
    ...shop,
    actor: { ref: `user:default/${person}` },
  });
  expect(await store.head('shop')).toEqual(before);
});

it.each([
  ['stranger', 0, 0, 0],
  ['vera', 0, 0, 0],
  ['ada', 0, 0, 0],
  ['rhea', 0, 0, 1],
  ['ravi', 2, 0, 1],
  ['alex', 0, 1, 0],
])(
  '%s has %i decisions, %i reviews and %i steps waiting',
  async (person, items, reviews, steps) => {
    const { service } = await world();
    const waiting = await service.getWaiting({}, callerNamed(person));
    expect([
      waiting.items.length,
      waiting.reviews?.length,
      waiting.steps?.length,
    ]).toEqual([items, reviews, steps]);
  },
);

it('says of a promotion how it is passed in an emergency, what its steps ask, and who reviews it', async () => {
  const { service } = await world();
  const detail = (name: string, person: string) =>
    service.getPromotion({ ...shop, name }, callerNamed(person));
  const urgent = await detail(URGENT, 'ravi');
  expect(urgent.emergency).toEqual({
    sentence:
      'In an emergency group:default/team-web may pass this with a reason if group:default/release-managers agrees; group:default/platform-admins reviews it afterwards.',
    whyNot:
      'user:default/ravi is not among those who may pass this in an emergency: group:default/team-web',
  });
  expect((await detail(URGENT, 'ada')).emergency?.whyNot).toBeUndefined();
  expect((await detail(URGENT, 'vera')).emergency?.whyNot).toBeDefined();
  const [step] = (await detail(ASKING, 'ravi')).steps;
  expect(step.ask).toEqual({
    kind: 'approval',
    sentence: 'waits for approval',
    responders: [MANAGERS],
    actions: ['approve', 'reject'],
  });
  const [asked] = (await detail(ASKING, 'ada')).steps;
  expect(asked.ask?.whyNot).toContain('is not among those whom this step asks');
  expect((await detail(PROMOTION, 'alex')).review).toMatchObject({
    reason: 'on fire',
    reviewers: [ADMINS],
    whyNot: undefined,
  });
});

it('lets a delegate decide where he has the permission, and says in whose name', async () => {
  const { service, store, engine } = await world();
  const rita = {
    ...callerNamed('alex'),
    actor: { ref: 'user:default/alex', ownership: ['user:default/alex'] },
  };
  const approve = (onBehalfOf?: string) =>
    service.approvePromotion(
      { ...shop, name: URGENT, digest: 'd', onBehalfOf },
      rita,
    );
  await expect(approve()).rejects.toMatchObject({ name: 'NotAllowedError' });
  const period = { from: second(0), until: second(3600) };
  await store.commit(
    commitOf(PLATFORM, [
      entryOf(
        'delegation.given',
        {
          id: 'd1',
          delegate: 'user:default/alex',
          ownership: ['user:default/ravi', MANAGERS],
          ...period,
        },
        { actor: 'user:default/ravi', reason: 'away' },
      ),
    ]),
  );
  await approve();
  await approve('user:default/ravi');
  expect(engine.approve).toHaveBeenLastCalledWith(
    expect.objectContaining({ onBehalfOf: 'user:default/ravi' }),
  );
  await expect(approve('user:default/rhea')).rejects.toMatchObject({
    name: 'NotAllowedError',
    message:
      'user:default/rhea has not delegated decisions to user:default/alex for now.',
  });
  const detail = await service.getPromotion({ ...shop, name: URGENT }, rita);
  expect(detail).toMatchObject({
    mayDecide: true,
    onBehalfOf: 'user:default/ravi',
  });
  const waiting = await service.getWaiting({}, rita);
  expect(waiting.items.map(({ name }) => name)).toContain(URGENT);
});

it('shows everybody his own delegations only', async () => {
  const { people, store } = await world();
  const given = (id: string, actor: string, delegate: string) =>
    entryOf(
      'delegation.given',
      { id, delegate, ownership: [], from: second(0), until: second(3600) },
      { actor, reason: 'away' },
    );
  const [ada, rhea, ravi] = ['ada', 'rhea', 'ravi'].map(
    name => `user:default/${name}`,
  );
  await store.commit(
    commitOf(PLATFORM, [given('d1', ravi, rhea), given('d2', rhea, ada)]),
  );
  const mine = await people.getDelegations(callerNamed('rhea'));
  expect(mine.given).toMatchObject([
    { id: 'd2', delegate: ada, inForce: true },
  ]);
  expect(mine.received).toMatchObject([{ id: 'd1', delegator: ravi }]);
  expect(await people.getDelegations(callerNamed('vera'))).toEqual({
    given: [],
    received: [],
  });
});
