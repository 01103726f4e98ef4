import fc from 'fast-check';
import { fromLocalTime, toLocalTime } from './localTime';

it('reads the minute that it wrote, in whatever zone', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2040, 0) }),
      moment => {
        const minute = new Date(moment - (moment % 60_000)).toISOString();
        const local = toLocalTime(minute);
        expect(local).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/);
        // an hour that the clock has twice is read as one of both
        expect(toLocalTime(fromLocalTime(local))).toBe(local);
      },
    ),
  );
});

it('takes what is no time as none', () => {
  expect(toLocalTime('tomorrow')).toBe('');
  expect(toLocalTime(undefined)).toBe('');
  expect(fromLocalTime('')).toBeUndefined();
});
