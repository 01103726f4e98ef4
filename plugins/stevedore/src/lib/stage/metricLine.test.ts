import { Metric } from '@stevedore/plugin-stevedore-common';
import { metricLine } from './metricLine';

type Taken = Metric['measurements'][number];
const taken = (phase: Taken['phase'], more: Partial<Taken> = {}): Taken => ({
  phase,
  at: '2026-05-04T12:00:00Z',
  ...more,
});

it.each<[string, Taken[], number, string, string | undefined]>([
  ['nothing', [], 0, '0 of 0 measurements passed', undefined],
  [
    'one',
    [taken('Successful', { value: '0.1' })],
    1,
    '1 of 1 measurement passed',
    '0.1',
  ],
  [
    'a failure at the end',
    [taken('Successful'), taken('Failed', { value: '9', message: 'got 9' })],
    2,
    '1 of 2 measurements passed',
    'got 9',
  ],
  [
    'what was waited for',
    [taken('Failed'), taken('Error'), taken('Successful', { value: '1.1.0' })],
    3,
    'passed at measurement 3',
    '1.1.0',
  ],
  [
    'more than are listed',
    [taken('Successful'), taken('Error', { message: 'no answer' })],
    70,
    '1 of the last 2 measurements passed',
    'no answer',
  ],
])('says how %s went', (_, measurements, total, summary, last) => {
  expect(metricLine({ name: 'a', total, measurements })).toEqual({
    summary,
    last,
  });
});
