import { CalendarWindow, StageRules } from '@stevedore/promotion-engine';
import { PolicyConfig } from './policyConfig';

/** What the policies of a stage say beside approvals, each with the place where it stands. */
export function rulesOf(
  policies: readonly PolicyConfig[],
): StageRules & { windows: CalendarWindow[] } {
  return {
    steps: policies.flatMap(({ steps, where }) =>
      steps ? [{ allow: steps, where: `${where}.steps` }] : [],
    ),
    windows: policies.flatMap(({ windows = [], where }) =>
      windows.map(
        ({ rollbacks, ...window }): CalendarWindow => ({
          window,
          rollbacks,
          selector: {},
          source: 'platform',
          by: `${where}.windows`,
        }),
      ),
    ),
  };
}
