/** The keys of a secret that must be there. @throws Error that names the secret and what it lacks */
export function requireKeys(
  secret: string,
  keys: Record<string, string>,
  wanted: string[],
): Record<string, string> {
  const missing = wanted.filter(key => !keys[key]);
  if (missing.length === 0) return keys;
  throw new Error(
    `the secret ${secret} needs the keys ${wanted.join(
      ' and ',
    )}; there is no ${missing.join(' and no ')}`,
  );
}
