import { createHash, timingSafeEqual } from 'node:crypto';

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** Reads an `Authorization: Basic` header (RFC 7617). */
export function parseBasicCredentials(
  header: string | undefined,
): Credentials | undefined {
  const match = /^basic +([A-Za-z0-9+/=]+)$/i.exec(header ?? '');
  if (!match) return undefined;
  const text = Buffer.from(match[1], 'base64').toString('utf8');
  const colon = text.indexOf(':');
  if (colon < 0) return undefined;
  return { username: text.slice(0, colon), password: text.slice(colon + 1) };
}

/** True when the pair is in `users` (name to password). */
export function isKnownUser(
  users: Readonly<Record<string, string>>,
  credentials: Credentials | undefined,
): credentials is Credentials {
  if (!credentials || !Object.hasOwn(users, credentials.username)) return false;
  return timingSafeEqual(
    digest(users[credentials.username]),
    digest(credentials.password),
  );
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
