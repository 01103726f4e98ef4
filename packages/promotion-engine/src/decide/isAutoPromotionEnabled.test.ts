import { StageSelector } from '../model/definition';
import { isAutoPromotionEnabled } from './isAutoPromotionEnabled';

const stage = { name: 'prod-eu', labels: { tier: 'gold' } };
const on = (selector: StageSelector) => ({
  selector,
  autoPromotionEnabled: true,
});
const off = (selector: StageSelector) => ({
  selector,
  autoPromotionEnabled: false,
});

describe('isAutoPromotionEnabled', () => {
  it.each([
    ['nothing matches', [on({ name: 'dev' })], false],
    [
      'the first match decides',
      [off({ name: 'glob:prod-*' }), on({ name: 'prod-eu' })],
      false,
    ],
    ['an empty selector takes every stage', [on({})], true],
    [
      'name and labels must both fit',
      [on({ name: 'prod-eu', matchLabels: { tier: 'iron' } })],
      false,
    ],
    ['labels', [on({ matchLabels: { tier: 'gold' } })], true],
    [
      'In',
      [
        on({
          matchExpressions: [{ key: 'tier', operator: 'In', values: ['gold'] }],
        }),
      ],
      true,
    ],
    [
      'NotIn fits a missing label',
      [
        on({
          matchExpressions: [{ key: 'zone', operator: 'NotIn', values: ['a'] }],
        }),
      ],
      true,
    ],
    [
      'DoesNotExist',
      [on({ matchExpressions: [{ key: 'tier', operator: 'DoesNotExist' }] })],
      false,
    ],
    [
      'a bad pattern after the match is not looked at',
      [on({ name: 'prod-eu' }), on({ name: 'regex:(' })],
      true,
    ],
  ])('%s', (_, policies, expected) => {
    expect(isAutoPromotionEnabled(policies, stage)).toBe(expected);
  });

  it.each([
    ['a bad name', { name: 'regex:(' }, 'regular expression "("'],
    [
      'an unknown operator',
      { matchExpressions: [{ key: 'a', operator: 'Gt' }] },
      'operator "Gt"',
    ],
    [
      'no values',
      { matchExpressions: [{ key: 'a', operator: 'In' }] },
      'at least one value',
    ],
    ['an impossible label', { matchLabels: { 'a b': 'c' } }, '"a b"'],
  ])('refuses %s', (_, selector, message) => {
    expect(() => isAutoPromotionEnabled([on(selector)], stage)).toThrow(
      message,
    );
  });
});
