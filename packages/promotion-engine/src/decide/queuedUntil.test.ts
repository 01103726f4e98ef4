import { GateVerdict } from '../model/gate';
import { queuedUntil } from './queuedUntil';

const verdict = (change: Partial<GateVerdict>): GateVerdict => ({
  gate: 'locks',
  status: 'waiting',
  sentence: 'because',
  evidence: {},
  clearedBy: [],
  ...change,
});
const closing = (kind: string) => ({ closing: [{ name: 'w', kind }] });
const clearsAt = '2027-01-04T00:00:00.000Z';

it.each<[string, GateVerdict[], string | undefined]>([
  ['nothing', [], undefined],
  ['what passes', [verdict({ status: 'pass' })], undefined],
  [
    'a metric that is measured once something waits',
    [verdict({ gate: 'metrics', status: 'unknown' })],
    undefined,
  ],
  [
    'a lock without an end',
    [verdict({ status: 'blocked' })],
    'until the lock is released',
  ],
  [
    'a lock with an end',
    [verdict({ clearsAt })],
    'until the lock ends at 2027-01-04 00:00 UTC',
  ],
  [
    'a freeze',
    [verdict({ gate: 'windows', evidence: closing('Deny'), clearsAt })],
    'until the freeze ends at 2027-01-04 00:00 UTC',
  ],
  [
    'a freeze of years',
    [verdict({ gate: 'windows', evidence: closing('Deny') })],
    'until the freeze ends',
  ],
  [
    'hours that are not now',
    [verdict({ gate: 'windows', evidence: closing('Allow'), clearsAt })],
    'until a window opens at 2027-01-04 00:00 UTC',
  ],
  [
    'a metric and a gate of a module',
    [verdict({ gate: 'metrics' }), verdict({ gate: 'on-call', clearsAt })],
    'until its metrics are good and on-call lets it pass at 2027-01-04 00:00 UTC',
  ],
])('says how long %s keeps a promotion in the queue', (_, verdicts, words) => {
  expect(queuedUntil({ verdicts })).toBe(words);
});
