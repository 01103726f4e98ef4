import { GitCredentials } from './options';

/** Header lines for `http.<url>.extraHeader`, and everything that no message may contain. */
export interface Authorization {
  headers: string[];
  secrets: string[];
}

export function authorize(
  credentials: GitCredentials | undefined,
): Authorization {
  if (!credentials) {
    return { headers: [], secrets: [] };
  }
  if ('headers' in credentials) {
    const lines = Object.entries(credentials.headers).map(([name, value]) =>
      oneLine(`${name}: ${value}`),
    );
    const values = Object.values(credentials.headers);
    return {
      headers: lines,
      secrets: values.flatMap(value => [value, value.replace(/^\S+\s+/, '')]),
    };
  }
  const { username, password } = credentials;
  const basic = Buffer.from(`${username}:${password}`).toString('base64');
  const secrets = [
    password,
    basic,
    encodeURIComponent(password),
    Buffer.from(password).toString('base64'),
  ];
  return { headers: [`Authorization: Basic ${basic}`], secrets };
}

/** Longest first, so that a secret that contains another leaves nothing behind. */
export function maskSecrets(text: string, secrets: string[]): string {
  const longestFirst = secrets
    .filter(secret => secret !== '')
    .sort((a, b) => b.length - a.length);
  const masked = longestFirst.reduce(
    (rest, secret) => rest.split(secret).join('***'),
    text,
  );
  return masked.replace(/([a-z][a-z0-9+.-]*:\/\/)[^/\s@']+@/gi, '$1***@');
}

function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, ' ');
}
