import { AuthenticationError } from '@backstage/errors';
import type { IncomingHttpHeaders } from 'node:http';
import { createHmac } from 'node:crypto';
import { isSame } from './isSame';

/** A Git host that tells of pushes. */
export interface GitHost {
  /** With its port where it has one. */
  host: string;
  secret: string;
}

/**
 * Whose secret an event was sent with: by a signature of its body (`X-Hub-Signature-256` of GitHub and Gitea,
 * `X-Hub-Signature` of Bitbucket), or as it is (`X-Gitlab-Token`).
 *
 * @throws AuthenticationError for an unknown or a missing secret
 */
export function gitHostOf(
  hosts: readonly GitHost[],
  headers: IncomingHttpHeaders,
  body: Buffer,
): string {
  const signature = [headers['x-hub-signature-256'], headers['x-hub-signature']]
    .flat()
    .find(text => text?.startsWith('sha256='));
  const token = headers['x-gitlab-token'];
  const found = hosts.find(({ secret }) =>
    signature
      ? isSame(signature, `sha256=${hmac(secret, body)}`)
      : typeof token === 'string' && isSame(token, secret),
  );
  if (found) return found.host;
  throw new AuthenticationError(
    'The webhook is not signed in: give the host one of the secrets in stevedore.git.webhooks.',
  );
}

const hmac = (secret: string, body: Buffer) =>
  createHmac('sha256', secret).update(body).digest('hex');
