import fc from 'fast-check';
import { readUrlState, UrlState, writeUrlState } from './urlState';

const word = fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' });

const drawer = fc.oneof(
  fc.record(
    {
      kind: fc.constant('plan' as const),
      stage: word,
      freight: word,
      ifFreight: word,
      at: word,
    },
    { requiredKeys: ['kind', 'stage', 'freight'] },
  ),
  fc.record(
    { kind: fc.constant('promotion' as const), promotion: word, step: word },
    { requiredKeys: ['kind', 'promotion'] },
  ),
  fc.record(
    {
      kind: fc.constant('stage' as const),
      stage: word,
      ifFreight: word,
      at: word,
    },
    { requiredKeys: ['kind', 'stage'] },
  ),
  fc.record({ kind: fc.constant('freight' as const), freight: word }),
  fc.record({ kind: fc.constant('compare' as const), from: word, to: word }),
  fc.record({
    kind: fc.constant('rollback' as const),
    stage: word,
    freight: word,
  }),
  fc.record({ kind: fc.constant('warehouse' as const), of: word }),
  fc.record(
    { kind: fc.constantFrom('history' as const, 'calendar'), stage: word },
    { requiredKeys: ['kind'] },
  ),
);
const urlState: fc.Arbitrary<UrlState> = fc.record(
  {
    drawer: drawer,
    view: fc.constantFrom('graph' as const, 'list' as const),
    diff: fc.constantFrom('unified' as const, 'split' as const),
    search: word,
    warehouse: word,
    notIn: word,
    mine: fc.constant('yes' as const),
    waiting: fc.constant('yes' as const),
    folded: word,
    unfolded: word,
  },
  { requiredKeys: [] },
);

it('reads what it wrote, through the text of an address', () => {
  fc.assert(
    fc.property(urlState, state => {
      const text = writeUrlState(new URLSearchParams(), state).toString();
      expect(readUrlState(new URLSearchParams(text))).toEqual(state);
    }),
  );
});

it('leaves nothing of an earlier state, and keeps what is not its own', () => {
  fc.assert(
    fc.property(urlState, urlState, (before, after) => {
      const params = writeUrlState(
        new URLSearchParams('theme=dark&group=a'),
        before,
      );
      const next = writeUrlState(params, after);
      expect(readUrlState(next)).toEqual(after);
      expect(next.get('theme')).toBe('dark');
      expect(next.get('group')).toBe('a');
    }),
  );
});

it.each([
  ['drawer=plan&stage=prod', 'a plan without freight'],
  ['drawer=promotion', 'a promotion without a name'],
  ['drawer=stage', 'a stage without a name'],
  ['drawer=compare&to=a', 'a comparison with nothing'],
  ['drawer=cupboard&stage=dev', 'an unknown drawer'],
  ['view=pie', 'an unknown view'],
])('takes %s as nothing: %s', text => {
  expect(readUrlState(new URLSearchParams(text))).toEqual({});
});
