/** What a registry wants before it answers (RFC 9110, section 11.6.1). */
export type Challenge =
  | { scheme: 'basic' }
  | { scheme: 'bearer'; realm: string; service?: string; scope?: string };

const PARAMETER = /([a-z_]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s",]+))/gi;

/** @returns undefined for a scheme that we do not speak. */
export function parseChallenge(header: string | null): Challenge | undefined {
  const match = /^\s*(basic|bearer)\b(.*)$/is.exec(header ?? '');
  if (!match) return undefined;
  if (match[1].toLowerCase() === 'basic') return { scheme: 'basic' };
  const values: Record<string, string> = {};
  for (const [, name, quoted, plain] of match[2].matchAll(PARAMETER)) {
    values[name.toLowerCase()] =
      quoted === undefined ? plain : quoted.replace(/\\(.)/g, '$1');
  }
  const { realm, service, scope } = values;
  return realm ? { scheme: 'bearer', realm, service, scope } : undefined;
}
