import fc from 'fast-check';
import { ApprovalRule } from '../../model/definition';
import { ApprovalRow, DelegationRow } from '../../model/rows';
import { approvalState } from '../approvalState';
import {
  approvalOf,
  delegationOf,
  factsWith,
  NOW,
  user,
} from './__testUtils__/facts';
import { isInForce, voiceOf } from './delegations';
import { ApprovalFacts, expiryOf, peopleOf, refsOf } from './voices';

const HOUR = 3_600_000;
const NAMES = ['ada', 'bob', 'cem', 'dan', 'eve'];
const GROUPS = ['group:default/a', 'group:default/b', 'group:default/c'];
const name = fc.constantFrom(...NAMES);
const groups = fc.subarray(GROUPS);
const party = fc.constantFrom(...GROUPS, ...NAMES.map(user), 'owner');

const rule: fc.Arbitrary<ApprovalRule> = fc.record({
  needs: fc.array(
    fc.record({ count: fc.integer({ min: 1, max: 2 }), from: party }),
    { minLength: 1, maxLength: 3 },
  ),
  excludeRequester: fc.boolean(),
  excludeAuthors: fc.boolean(),
  reasonRequired: fc.boolean(),
  expiresMs: fc.option(fc.integer({ min: 1, max: 10 * HOUR }), {
    nil: undefined,
  }),
  breakGlass: fc.option(
    fc.record({
      by: fc.record({ from: party }),
      second: fc.option(fc.record({ from: party }), { nil: undefined }),
      review: fc.record({ from: party }),
    }),
    { nil: undefined },
  ),
  source: fc.constantFrom('author' as const, 'platform' as const),
});

const row: fc.Arbitrary<ApprovalRow> = fc
  .record({
    actor: name,
    behalf: fc.option(name, { nil: undefined }),
    ownership: groups,
    digest: fc.constantFrom('d', 'd', 'd', 'old'),
    decision: fc.constantFrom(
      'approved' as const,
      'approved' as const,
      'brokeGlass' as const,
      'rejected' as const,
    ),
    reason: fc.constantFrom('why', '', undefined),
    ago: fc.integer({ min: 0, max: 12 * HOUR }),
    withdrawn: fc.boolean(),
  })
  .map(({ actor, behalf, ago, withdrawn, ...rest }) =>
    approvalOf(actor, {
      ...rest,
      onBehalfOf: behalf === actor || !behalf ? undefined : user(behalf),
      at: new Date(NOW - ago).toISOString(),
      withdrawnAt: withdrawn ? 'then' : undefined,
    }),
  );

const facts: fc.Arbitrary<ApprovalFacts> = fc
  .record({
    rules: fc.array(rule, { minLength: 1, maxLength: 2 }),
    approvals: fc.uniqueArray(row, {
      selector: each => each.actor,
      maxLength: 5,
    }),
    requester: name.map(user),
    owners: groups,
    users: fc.subarray(NAMES.map(user)),
    unread: fc.constantFrom<string[]>([], [], ['nobody knows']),
  })
  .map(({ users, unread, ...rest }) =>
    factsWith({ ...rest, authors: { users, unmatched: [], unread } }),
  );

/** The approval that a place was given to, and that it may be there. */
function expectToCount(
  each: ApprovalRow,
  by: ApprovalRule,
  all: ApprovalFacts,
) {
  expect(each).toMatchObject({ decision: 'approved', digest: all.digest });
  expect(each.withdrawnAt).toBeUndefined();
  const expiry = expiryOf(by, each);
  if (expiry) expect(Date.parse(expiry)).toBeGreaterThan(all.now);
  const people = peopleOf(each);
  if (by.excludeRequester) expect(people).not.toContain(all.requester);
  if (each.onBehalfOf) expect(people).not.toContain(all.requester);
  if (by.excludeAuthors)
    for (const person of people)
      expect(all.authors?.users).not.toContain(person);
}

describe('approvals, whatever the policy and whoever decided', () => {
  it('fill a place only where the policy names them, each person one', () => {
    fc.assert(
      fc.property(facts, all => {
        for (const one of all.rules) {
          const { needs } = approvalState({ ...all, rules: [one] });
          const seated: string[] = [];
          for (const { need, by } of needs) {
            expect(by.length).toBeLessThanOrEqual(need.count);
            const wanted = need.from === 'owner' ? all.owners : [need.from];
            for (const actor of by) {
              const each = all.approvals.find(
                ({ actor: other }) => other === actor,
              )!;
              expectToCount(each, one, all);
              const refs = refsOf(each);
              expect(wanted.some(ref => refs.has(ref))).toBe(true);
              seated.push(...peopleOf(each));
            }
          }
          expect(new Set(seated).size).toBe(seated.length);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('are never met while a rule alone is not, and no rule makes another weaker', () => {
    fc.assert(
      fc.property(facts, rule, (all, more) => {
        const alone = all.rules.map(
          one => approvalState({ ...all, rules: [one] }).met,
        );
        const together = approvalState(all).met;
        expect(together).toBe(alone.every(Boolean));
        const added = { ...all, rules: [...all.rules, more] };
        if (!together) expect(approvalState(added).met).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  it('fall when what would be written is another, all of them', () => {
    fc.assert(
      fc.property(facts, all => {
        expect(approvalState({ ...all, digest: 'new' }).met).toBe(false);
      }),
    );
  });

  it('expire: once all are old enough, nothing is met without a broken glass', () => {
    fc.assert(
      fc.property(facts, all => {
        const rules = all.rules.map(one => ({
          ...one,
          expiresMs: one.expiresMs ?? HOUR,
          breakGlass: undefined,
        }));
        const later = { ...all, rules, now: all.now + 100 * HOUR };
        expect(approvalState(later).met).toBe(false);
      }),
    );
  });
});

describe('delegation', () => {
  const delegation: fc.Arbitrary<DelegationRow> = fc
    .record({
      pair: fc.shuffledSubarray(NAMES, { minLength: 2, maxLength: 2 }),
      ownership: groups,
      from: fc.integer({ min: -3, max: 3 }),
      hours: fc.integer({ min: 1, max: 4 }),
      ended: fc.boolean(),
    })
    .map(({ pair: [from, to], ownership, hours, ended, ...rest }) =>
      delegationOf(from, to, {
        ownership,
        from: new Date(NOW + rest.from * HOUR).toISOString(),
        until: new Date(NOW + (rest.from + hours) * HOUR).toISOString(),
        endedAt: ended ? 'then' : undefined,
      }),
    );
  const asking = fc.tuple(
    facts,
    name,
    groups,
    fc.array(delegation, { maxLength: 4 }),
    fc.option(name, { nil: undefined }),
  );

  it('never lets a requester approve himself, nor counts outside its period', () => {
    fc.assert(
      fc.property(asking, ([all, actor, ownership, delegations, wanted]) => {
        const person = { actor: user(actor), ownership, delegations };
        const voice = voiceOf(all, person, wanted && user(wanted));
        if ('whyNot' in voice || !voice.onBehalfOf) return;
        expect([actor && user(actor), voice.onBehalfOf]).not.toContain(
          all.requester,
        );
        const given = delegations.filter(
          each =>
            each.delegator === voice.onBehalfOf &&
            each.delegate === user(actor),
        );
        expect(given.some(each => isInForce(each, all.now))).toBe(true);
        const approval = approvalOf(actor, { ...voice, actor: user(actor) });
        const { needs } = approvalState({
          ...all,
          approvals: [approval],
          requester: user(actor),
        });
        expect(needs.flatMap(({ by }) => by)).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });

  it('is not needed by whom the policy names himself', () => {
    const person = {
      actor: user('ada'),
      ownership: ['group:default/managers'],
      delegations: [delegationOf('bob', 'ada')],
    };
    expect(voiceOf(factsWith(), person)).toEqual({
      actor: user('ada'),
      ownership: ['group:default/managers'],
    });
    expect(voiceOf(factsWith(), person, user('bob'))).toMatchObject({
      onBehalfOf: user('bob'),
    });
    expect(voiceOf(factsWith(), person, user('cem'))).toEqual({
      whyNot:
        'user:default/cem has not delegated decisions to user:default/ada for now',
    });
  });

  it('is not passed on, and ends when it ends', () => {
    const dan = (delegations: DelegationRow[]) =>
      voiceOf(factsWith(), { actor: user('dan'), ownership: [], delegations });
    expect(
      dan([
        delegationOf('ada', 'bob'),
        delegationOf('bob', 'dan', { ownership: [] }),
      ]),
    ).toEqual({
      whyNot:
        'user:default/dan is not among those who decide here: group:default/managers',
    });
    expect(dan([delegationOf('ada', 'dan')])).toMatchObject({
      onBehalfOf: user('ada'),
    });
    expect(
      dan([delegationOf('ada', 'dan', { endedAt: 'then' })]),
    ).toHaveProperty('whyNot');
  });
});
