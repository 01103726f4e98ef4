import fc from 'fast-check';
import { discoveryRetryMs } from './discoveryRetry';

it.each([
  [1, 300_000, undefined, 10_000],
  [2, 300_000, undefined, 20_000],
  [5, 300_000, undefined, 160_000],
  [6, 300_000, undefined, 300_000],
  [5000, 300_000, undefined, 300_000],
  [1, 5_000, undefined, 5_000],
  [1, 300_000, 45_000, 45_000],
  [1, 300_000, 900_000, 900_000],
])(
  'after %d failures at an interval of %d ms, with Retry-After %s: %d ms',
  (failures, intervalMs, retryAfterMs, expected) => {
    expect(discoveryRetryMs(failures, { intervalMs, retryAfterMs })).toBe(
      expected,
    );
  },
);

it('never comes sooner with more failures, nor later than the interval when nobody asks', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10_000 }),
      fc.integer({ min: 1, max: 86_400_000 }),
      (failures, intervalMs) => {
        const now = discoveryRetryMs(failures, { intervalMs });
        expect(now).toBeLessThanOrEqual(intervalMs);
        expect(
          discoveryRetryMs(failures + 1, { intervalMs }),
        ).toBeGreaterThanOrEqual(now);
      },
    ),
  );
});
