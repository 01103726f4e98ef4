import { minutesAgo, NOW } from '../../fixtures/pipeline';
import { dayLabel, duration, relativeTime } from './relativeTime';

it.each([
  [-5, '0 s'],
  [20_000, '20 s'],
  [60_000, '1 min'],
  [18 * 60_000 + 59_000, '18 min'],
  [3_600_000, '1 h'],
  [2 * 3_600_000 + 5 * 60_000, '2 h 5 min'],
  [86_400_000, '1 day'],
  [9 * 86_400_000, '9 days'],
])('says %d ms as %s', (ms, text) => {
  expect(duration(ms)).toBe(text);
});

it.each([
  [0, 'just now'],
  [12, '12 min ago'],
  [-120, 'in 2 h'],
])('says %d minutes before now as %s', (minutes, text) => {
  expect(relativeTime(minutesAgo(minutes), NOW)).toBe(text);
});

it.each([
  [0, 'Today'],
  [1440, 'Yesterday'],
])('calls the day %d minutes ago %s', (minutes, text) => {
  expect(dayLabel(minutesAgo(minutes), NOW)).toBe(text);
});
