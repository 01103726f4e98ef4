import { formatApprovalRule, parseApprovalRule } from './approvals';

const NOBODY_SPECIAL = {
  excludeRequester: false,
  reasonRequired: false,
  source: 'author',
};

it.each([
  ['1 of owner', { needs: [{ count: 1, from: 'owner' }] }],
  [
    '2 of group:Release-Managers + 1 of system-owner',
    {
      needs: [
        { count: 2, from: 'group:default/release-managers' },
        { count: 1, from: 'system-owner' },
      ],
    },
  ],
  [
    '1 of relation:securityTeam, not authors',
    {
      needs: [{ count: 1, from: 'relation:securityTeam' }],
      excludeAuthors: true,
    },
  ],
  [
    '1 of owner, not requester, not author, with reason, expires 1h30m',
    {
      needs: [{ count: 1, from: 'owner' }],
      excludeRequester: true,
      excludeAuthors: true,
      reasonRequired: true,
      expiresMs: 5_400_000,
    },
  ],
  [
    '1 of user:ada, rejection quarantines',
    {
      needs: [{ count: 1, from: 'user:default/ada' }],
      rejection: 'quarantines',
    },
  ],
  [
    '1 of owner, break-glass group:on-call with user:acme/bo review system-owner, with reason',
    {
      needs: [{ count: 1, from: 'owner' }],
      reasonRequired: true,
      breakGlass: {
        by: { from: 'group:default/on-call' },
        second: { from: 'user:acme/bo' },
        review: { from: 'system-owner' },
      },
    },
  ],
  [
    '1 of owner, break-glass relation:sre review owner',
    {
      needs: [{ count: 1, from: 'owner' }],
      breakGlass: { by: { from: 'relation:sre' }, review: { from: 'owner' } },
    },
  ],
])('reads %s, and what it writes it reads to the same', (text, rule) => {
  const read = parseApprovalRule(text);
  expect(read).toEqual({ ...NOBODY_SPECIAL, ...rule });
  expect(parseApprovalRule(formatApprovalRule(read))).toEqual(read);
});

it.each([
  ['1 of everybody', 'owner, system-owner, relation:…, group:… or user:…'],
  ['2 of user:ada', 'One person cannot approve 2 times'],
  ['1 of owner, not friends', 'a condition, such as "not requester"'],
  ['1 of owner, expires soon', 'a duration'],
  ['1 of owner, expires 0s', 'not a time above zero'],
  ['1 of owner, break-glass group:a', '"review" is expected'],
  ['1 of owner, break-glass group:a with review owner', '"review"'],
  ['1 of owner; 1 of owner', 'exactly one approval rule'],
])('refuses %s', (text, message) => {
  expect(() => parseApprovalRule(text)).toThrow(message);
});
