import { readMoment } from '.';

it.each([
  ['2026-05-04T18:00:00Z', undefined, '20260504T180000Z'],
  ['2026-05-04T18:00:00.5+02:00', undefined, '20260504T160000Z'],
  [
    '2026-05-04T16:00:00Z',
    'Europe/Berlin',
    'TZID=Europe/Berlin:20260504T180000',
  ],
  ['2026-05-04T18:00', 'Europe/Berlin', 'TZID=Europe/Berlin:20260504T180000'],
  ['2026-05-04T18:00', undefined, '20260504T180000Z'],
  ['2026-05-04', undefined, '20260504T000000Z'],
  ['20260504T180000', 'Europe/Berlin', 'TZID=Europe/Berlin:20260504T180000'],
  [
    'TZID=Europe/Berlin:20260504T180000',
    'UTC',
    'TZID=Europe/Berlin:20260504T180000',
  ],
])('reads %s in %s as %s', (text, zone, moment) => {
  expect(readMoment(text, zone)).toBe(moment);
});

it.each([
  ['tomorrow', undefined],
  ['2026-02-30T18:00', undefined],
  ['2026-05-04T18:00', 'Mars/Base'],
])('refuses %s in %s', (text, zone) => {
  expect(() => readMoment(text, zone)).toThrow(/no moment|no date-time/);
});
