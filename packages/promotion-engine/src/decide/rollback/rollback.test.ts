import fc from 'fast-check';
import { StageRow } from '../../model/rows';
import { badSinceOf, failureToUndo, wayBack } from './index';

const ORIGIN = 'Warehouse/web';

/** Newest first: `2` was promoted, `2r` came back by a rollback. */
function historyOf(...entries: string[]): StageRow['history'] {
  return entries.map((entry, index) => {
    const name = entry.replace('r', '');
    const freight = { name } as StageRow['history'][0]['items'][string];
    return {
      id: `c${name}`,
      since: '',
      promotion: `p${entries.length - index}`,
      items: { [ORIGIN]: freight },
      ...(entry.endsWith('r') && { rollback: true as const }),
    };
  });
}

it.each([
  ['nothing', [], ''],
  ['one', ['1'], '1'],
  ['forward', ['3', '2', '1'], '3 2 1'],
  ['the same again', ['2', '2', '1'], '2 1'],
  ['back by promoting', ['1', '2', '1'], '1 2'],
  ['back by a rollback', ['1r', '2', '1', '0'], '1 0'],
  ['back over two', ['1r', '3', '2', '1', '0'], '1 0'],
  ['back twice', ['0r', '1r', '2', '1', '0'], '0'],
  ['forward after back', ['3', '1r', '2', '1'], '3 1'],
  ['back to what is forgotten', ['1r', '3', '2'], '1'],
])('the way back, having gone %s', (_, entries, expected) => {
  expect(wayBack(historyOf(...entries), ORIGIN).join(' ')).toBe(expected);
});

it('leads over nothing that a rollback took out, and ends', () => {
  const moves = fc.array(fc.oneof(fc.constant('back'), fc.constant('next')), {
    maxLength: 9,
  });
  fc.assert(
    fc.property(moves, all => {
      const history: string[] = ['1'];
      const out = new Set<string>();
      let next = 1;
      for (const move of all) {
        const [here, before] = wayBack(historyOf(...history), ORIGIN);
        if (move === 'back' && before !== undefined) {
          out.add(here);
          history.unshift(`${before}r`);
        } else {
          next += 1;
          history.unshift(`${next}`);
        }
      }
      const way = wayBack(historyOf(...history), ORIGIN);
      expect(way.filter(name => out.has(name))).toEqual([]);
      expect(way.map(Number)).toEqual(
        [...new Set(way.map(Number))].sort((a, b) => b - a),
      );
    }),
  );
});

const policy = {
  onPromotion: ['Errored' as const],
  onVerification: ['Failed' as const],
};
const row: StageRow = {
  project: 'web',
  stage: 'staging',
  history: historyOf('2', '1'),
  holds: {},
  version: 1,
  lastPromotion: {
    name: 'p2',
    freight: '2',
    phase: 'Succeeded',
    finishedAt: 'f',
  },
  verification: {
    id: 'v',
    collection: 'c2',
    phase: 'Failed',
    startedAt: 's',
    finishedAt: 'e',
    actor: 'a',
    message: 'no answer',
  },
};
const byVerification = {
  because: 'verification',
  of: 'p2',
  verification: 'v',
  badSince: 'e',
  message: 'no answer',
};
const ended = (phase: 'Errored' | 'Failed') => ({
  lastPromotion: { ...row.lastPromotion!, name: 'p3', phase },
});

it.each<[string, Partial<StageRow>, object | undefined]>([
  ['a failed verification', {}, byVerification],
  [
    'one of an error',
    { verification: { ...row.verification!, phase: 'Error' } },
    undefined,
  ],
  [
    'one of what was there before',
    { verification: { ...row.verification!, collection: 'c1' } },
    undefined,
  ],
  [
    'one that runs',
    { verification: { ...row.verification!, phase: 'Running' } },
    undefined,
  ],
  [
    'a promotion that erred',
    ended('Errored'),
    { because: 'promotion', of: 'p3', badSince: 'f' },
  ],
  ['one that failed', ended('Failed'), undefined],
  ['a stage that is busy', { currentPromotion: 'p3' }, undefined],
  [
    'an answer to another failure',
    { rollback: { of: 'p1', at: '', verification: 'v' } },
    byVerification,
  ],
  [
    'an answer',
    { rollback: { of: 'p2', at: '', verification: 'v' } },
    undefined,
  ],
  [
    'a reason why not',
    { rollback: { of: 'p2', at: '', verification: 'v', skipped: 'x' } },
    undefined,
  ],
])('%s is to be undone, or not', (_, change, expected) => {
  expect(failureToUndo({ ...row, ...change }, policy)).toEqual(expected);
});

it.each<[Partial<StageRow>, string | undefined, string]>([
  [{}, undefined, 'e'],
  [{ verification: undefined }, 'q', 'q'],
  [{ verification: undefined }, undefined, 'now'],
  [{ verification: undefined, ...ended('Failed') }, undefined, 'f'],
])('counts %j, quarantined %s, from %s', (change, quarantinedAt, since) => {
  const at = { now: 'now', quarantinedAt };
  expect(badSinceOf({ ...row, ...change }, at)).toBe(since);
});
