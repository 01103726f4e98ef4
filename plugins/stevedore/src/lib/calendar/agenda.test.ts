import { calendarWindow, minutesAgo, NOW } from '../../fixtures';
import { agenda } from './agenda';

const at = (minutes: number, length = 30) => ({
  start: minutesAgo(-minutes),
  end: minutesAgo(-minutes - length),
});

it('puts the times of all windows under their days, earliest first', () => {
  const day = 24 * 60;
  const days = agenda(
    [
      calendarWindow({ id: 'a', name: 'nights', times: [at(day), at(0)] }),
      calendarWindow({ id: 'b', name: 'release', times: [at(5)] }),
    ],
    NOW,
  );
  expect(
    days.map(({ label, times }) => [
      label,
      times.map(({ window }) => window.name),
    ]),
  ).toEqual([
    ['Today', ['nights', 'release']],
    [expect.any(String), ['nights']],
  ]);
});
