import {
  isKnownUser,
  parseBasicCredentials,
} from '../../http/basicCredentials';
import { RegistryError } from '../RegistryError';
import { BearerAuthenticator } from './BearerAuthenticator';
import { Authenticator, RegistryAuth } from './types';

export function createAuthenticator(auth: RegistryAuth): Authenticator {
  if (auth.type === 'basic') return createBasicAuthenticator(auth.users);
  if (auth.type === 'bearer') return new BearerAuthenticator(auth);
  return { check: () => {} };
}

function createBasicAuthenticator(
  users: Readonly<Record<string, string>>,
): Authenticator {
  return {
    check(request) {
      const presented = parseBasicCredentials(request.headers.authorization);
      if (isKnownUser(users, presented)) return;
      throw new RegistryError({
        status: 401,
        code: 'UNAUTHORIZED',
        message: presented
          ? 'the name or the password is wrong'
          : 'a name and a password are needed',
        headers: { 'WWW-Authenticate': 'Basic realm="registry"' },
      });
    },
  };
}
