import { ApprovalRule } from '../../model/definition';
import { ApprovalRow } from '../../model/rows';
import { approvalState } from '../approvalState';
import {
  approvalOf,
  factsWith,
  MANAGERS,
  ON_CALL,
  ruleOf,
  user,
} from './__testUtils__/facts';
import { mayBreakGlass, rejectionQuarantines } from './mayDecide';
import { withParties } from './parties';
import { ApprovalFacts } from './voices';

const ada = approvalOf('ada');
const bob = approvalOf('bob');
const glassRule = ruleOf({
  needs: [{ count: 2, from: MANAGERS }],
  breakGlass: {
    by: { from: ON_CALL },
    second: { from: MANAGERS },
    review: { from: 'owner' },
  },
});
const broken = (name: string, change: Partial<ApprovalRow> = {}) =>
  approvalOf(name, {
    decision: 'brokeGlass',
    ownership: [user(name), ON_CALL],
    reason: 'the shop is down',
    ...change,
  });

const SITUATIONS: [
  string,
  Partial<ApprovalRule>,
  Partial<ApprovalFacts>,
  boolean | 'unknown',
][] = [
  ['nobody', {}, {}, false],
  ['a manager', {}, { approvals: [ada] }, true],
  [
    'somebody whom the policy does not name',
    {},
    { approvals: [approvalOf('eve', { ownership: [user('eve')] })] },
    false,
  ],
  [
    'an approval of an earlier plan',
    {},
    { approvals: [approvalOf('ada', { digest: 'old' })] },
    false,
  ],
  [
    'an approval that was withdrawn',
    {},
    { approvals: [approvalOf('ada', { withdrawnAt: 'then' })] },
    false,
  ],
  [
    'the requester, where the policy does not mind',
    {},
    { approvals: [ada], requester: user('ada') },
    true,
  ],
  [
    'the requester, where the policy does',
    { excludeRequester: true },
    { approvals: [ada], requester: user('ada') },
    false,
  ],
  [
    'one of two',
    { needs: [{ count: 2, from: MANAGERS }] },
    { approvals: [ada] },
    false,
  ],
  [
    'two of two',
    { needs: [{ count: 2, from: MANAGERS }] },
    { approvals: [ada, bob] },
    true,
  ],
  [
    'one person for two groups',
    {
      needs: [
        { count: 1, from: MANAGERS },
        { count: 1, from: user('ada') },
      ],
    },
    { approvals: [ada] },
    false,
  ],
  [
    'each person in the place that only he fills',
    {
      needs: [
        { count: 1, from: MANAGERS },
        { count: 1, from: user('ada') },
      ],
    },
    { approvals: [ada, bob] },
    true,
  ],
  [
    'a rejection beside all approvals',
    {},
    { approvals: [ada, approvalOf('bob', { decision: 'rejected' })] },
    false,
  ],
  [
    'an approval that has not expired',
    { expiresMs: 3_600_001 },
    { approvals: [ada] },
    true,
  ],
  [
    'one that expires just now',
    { expiresMs: 3_600_000 },
    { approvals: [ada] },
    false,
  ],
  [
    'an author, where the policy minds',
    { excludeAuthors: true },
    {
      approvals: [ada],
      authors: { users: [user('ada')], unmatched: [], unread: [] },
    },
    false,
  ],
  [
    'somebody else than the authors',
    { excludeAuthors: true },
    {
      approvals: [ada],
      authors: { users: [user('bob')], unmatched: ['x@y'], unread: [] },
    },
    true,
  ],
  [
    'somebody, where nobody knows the authors',
    { excludeAuthors: true },
    {
      approvals: [ada],
      authors: { users: [], unmatched: [], unread: ['no such commit'] },
    },
    'unknown',
  ],
  [
    'a person and his delegate',
    { needs: [{ count: 2, from: MANAGERS }] },
    {
      approvals: [
        ada,
        approvalOf('dan', { onBehalfOf: user('ada'), ownership: [MANAGERS] }),
      ],
    },
    false,
  ],
  [
    'a delegate',
    {},
    {
      approvals: [
        approvalOf('dan', { onBehalfOf: user('ada'), ownership: [MANAGERS] }),
      ],
    },
    true,
  ],
  [
    'a delegate who asked for it, whatever the policy says',
    {},
    {
      requester: user('dan'),
      approvals: [
        approvalOf('dan', { onBehalfOf: user('ada'), ownership: [MANAGERS] }),
      ],
    },
    false,
  ],
  [
    'the delegate of who asked for it',
    {},
    {
      requester: user('ada'),
      approvals: [
        approvalOf('dan', { onBehalfOf: user('ada'), ownership: [MANAGERS] }),
      ],
    },
    false,
  ],
  [
    'the delegate of an author',
    { excludeAuthors: true },
    {
      approvals: [
        approvalOf('dan', { onBehalfOf: user('ada'), ownership: [MANAGERS] }),
      ],
      authors: { users: [user('ada')], unmatched: [], unread: [] },
    },
    false,
  ],
  ['a broken glass alone', glassRule, { approvals: [broken('olaf')] }, false],
  [
    'a broken glass and a second person',
    glassRule,
    { approvals: [broken('olaf'), ada] },
    true,
  ],
  [
    'a broken glass without a reason',
    glassRule,
    { approvals: [broken('olaf', { reason: ' ' }), ada] },
    false,
  ],
  [
    'a glass broken for somebody else',
    glassRule,
    { approvals: [broken('dan', { onBehalfOf: user('olaf') }), ada] },
    false,
  ],
  [
    'a glass broken by somebody who may not',
    glassRule,
    { approvals: [broken('eve', { ownership: [] }), ada] },
    false,
  ],
  [
    'a second person who asked for the promotion',
    glassRule,
    { approvals: [broken('olaf'), ada], requester: user('ada') },
    false,
  ],
  [
    'a second person who decides for who broke it',
    glassRule,
    {
      approvals: [
        broken('olaf'),
        approvalOf('dan', { onBehalfOf: user('olaf'), ownership: [MANAGERS] }),
      ],
    },
    false,
  ],
  [
    'a glass that needs no second person',
    {
      ...glassRule,
      breakGlass: { ...glassRule.breakGlass!, second: undefined },
    },
    { approvals: [broken('olaf')] },
    true,
  ],
];

it.each(SITUATIONS)('%s: %j', (_, rule, facts, expected) => {
  const state = approvalState(factsWith({ rules: [ruleOf(rule)], ...facts }));
  expect(state.met).toBe(expected === true);
  expect(state.unknown !== undefined).toBe(expected === 'unknown');
});

it('lets nobody pass with a broken glass what another rule asks for', () => {
  const platform = ruleOf({
    needs: [{ count: 1, from: 'group:default/security' }],
    source: 'platform',
  });
  const approvals = [broken('olaf'), ada];
  const state = approvalState(
    factsWith({ rules: [glassRule, platform], approvals }),
  );
  expect(state).toMatchObject({
    met: false,
    sentence: 'waits for approval: 0 of 1 from group:default/security',
  });
});

it('says in words what it waits for', () => {
  const rules = withParties(
    [
      ruleOf({
        needs: [
          { count: 1, from: 'system-owner' },
          { count: 2, from: 'relation:securityTeam' },
          { count: 1, from: 'owner' },
        ],
      }),
    ],
    {
      owners: ['group:default/web'],
      systemOwners: ['group:default/sales'],
      relations: {},
    },
  );
  expect(approvalState(factsWith({ rules })).sentence).toBe(
    'waits for approval: 0 of 1 from the owner of its system and ' +
      '0 of 2 from securityTeam of the component (the catalog names nobody) and ' +
      '0 of 1 from owner',
  );
  const sales = approvalOf('sam', { ownership: ['group:default/sales'] });
  const { needs } = approvalState(factsWith({ rules, approvals: [sales] }));
  expect(needs.map(({ by }) => by)).toEqual([[user('sam')], [], []]);
  expect(
    approvalState(
      factsWith({ rules: [glassRule], approvals: [broken('olaf')] }),
    ).sentence,
  ).toBe(
    'user:default/olaf broke the glass; waits for group:default/managers to agree',
  );
  expect(
    approvalState(
      factsWith({ rules: [glassRule], approvals: [broken('olaf'), ada] }),
    ).sentence,
  ).toBe('user:default/olaf broke the glass, and user:default/ada agreed');
});

it('says who may break a glass', () => {
  const olaf = { actor: user('olaf'), ownership: [ON_CALL] };
  expect(mayBreakGlass(factsWith(), olaf)).toBe(
    'the policy lets nobody pass this in an emergency',
  );
  expect(
    mayBreakGlass(factsWith({ rules: [glassRule] }), olaf),
  ).toBeUndefined();
  expect(
    mayBreakGlass(factsWith({ rules: [glassRule] }), {
      actor: user('ada'),
      ownership: [MANAGERS],
    }),
  ).toBe(
    'user:default/ada is not among those who may pass this in an emergency: group:default/on-call',
  );
});

it('quarantines only by the rejection of somebody whom that rule names', () => {
  const rules = [
    ruleOf(),
    ruleOf({ needs: [{ count: 1, from: ON_CALL }], rejection: 'quarantines' }),
  ];
  const says = (group: string) =>
    rejectionQuarantines(factsWith({ rules }), {
      actor: user('x'),
      ownership: [group],
    });
  expect([says(MANAGERS), says(ON_CALL)]).toEqual([false, true]);
});
