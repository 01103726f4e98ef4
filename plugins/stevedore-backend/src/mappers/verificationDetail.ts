import { Measurement } from '@stevedore/promotion-engine';
import { VerificationDetail } from '@stevedore/plugin-stevedore-common';

/** Of each metric: enough to see how it goes. */
const LISTED = 50;

/** Measurements by metric, in the order in which metrics were first measured. */
export function toVerificationDetail(taken: Measurement[]): VerificationDetail {
  const names = [...new Set(taken.map(({ metric }) => metric))];
  return {
    metrics: names.map(name => {
      const mine = taken.filter(({ metric }) => metric === name);
      return {
        name,
        total: mine.length,
        measurements: mine
          .slice(-LISTED)
          .map(({ metric, ...measurement }) => measurement),
      };
    }),
  };
}
