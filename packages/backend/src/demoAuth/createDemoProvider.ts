import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  AuthProviderFactory,
  AuthProviderRouteHandlers,
  prepareBackstageIdentityResponse,
} from '@backstage/plugin-auth-node';
import { isLoopback } from './isLoopback';
import { DemoPerson } from './readPeople';

/** The request header that names the person. */
export const PERSON_HEADER = 'x-demo-person';

type Request = Parameters<AuthProviderRouteHandlers['start']>[0];

/**
 * The provider `demo`: one request, no password.
 *
 * ```
 * curl -H 'X-Demo-Person: ada' http://localhost:7007/api/auth/demo/refresh
 * ```
 *
 * answers with `backstageIdentity.token`, the Backstage token of `user:default/ada`,
 * good for an hour. GET and POST are the same. The page uses the same route by
 * Backstage's `ProxiedSignInPage`.
 *
 * A page of another origin gets nothing: the header makes a browser ask first, a
 * foreign `Origin` is refused, and so is a `Host` that is not this machine (a name that
 * an attacker points at 127.0.0.1).
 */
export function createDemoProvider(people: DemoPerson[]): AuthProviderFactory {
  return ({ resolverContext, isOriginAllowed }) => ({
    async start() {
      throw new InputError('The demo signs in without a pop-up: use refresh.');
    },
    async frameHandler() {
      throw new InputError('The demo signs in without a pop-up: use refresh.');
    },
    async refresh(req, res) {
      assertOwnPage(req, isOriginAllowed);
      const person = findPerson(people, req.header(PERSON_HEADER));
      const signedIn = await resolverContext.signInWithCatalogUser({
        entityRef: { kind: 'User', namespace: 'default', name: person.name },
      });
      res.json({
        profile: { displayName: person.title },
        providerInfo: {},
        backstageIdentity: prepareBackstageIdentityResponse(signedIn),
      });
    },
  });
}

function assertOwnPage(
  req: Request,
  isOriginAllowed: (origin: string) => boolean,
): void {
  const origin = req.header('origin');
  if (!isLoopback(req.hostname) || (origin && !isOriginAllowed(origin))) {
    throw new NotAllowedError(
      'The demo signs people in from its own page on this machine only.',
    );
  }
}

function findPerson(people: DemoPerson[], name: string | undefined) {
  const known = people.map(person => person.name).join(', ');
  if (!name) {
    throw new InputError(
      `Say who you are with the header X-Demo-Person, one of: ${known}.`,
    );
  }
  const person = people.find(one => one.name === name);
  if (!person) {
    throw new NotFoundError(
      `The demo does not know "${name}". It knows: ${known}.`,
    );
  }
  return person;
}
