import { CalendarWindow } from '@stevedore/promotion-engine';
import { PolicyConfig } from './policyConfig';
import { rulesOf } from './rulesOf';

/** The windows of the platform's configuration, with where they count in words: for a calendar of everything. */
export function windowsOfPolicies(
  policies: readonly PolicyConfig[],
): (CalendarWindow & { scope: string })[] {
  return policies.flatMap(policy =>
    rulesOf([policy]).windows.map(window => ({
      ...window,
      scope: scopeText(policy),
    })),
  );
}

function scopeText({ stages, labels, entities }: PolicyConfig): string {
  const chosen = [
    ...(stages === '*' ? [] : [stages]),
    ...Object.entries(labels ?? {}).map(([key, value]) => `${key}=${value}`),
  ].join(' ');
  const whom = entities
    ? 'the components that its filter selects'
    : 'everything';
  return chosen ? `${chosen} of ${whom}` : whom;
}
