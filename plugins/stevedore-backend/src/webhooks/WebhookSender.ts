import { AuthenticationError } from '@backstage/errors';
import { isSame } from './isSame';

/** A registry that tells of pushes. */
export interface WebhookSender {
  /** As it stands in image names. */
  host: string;
  webhookSecret?: string;
}

/**
 * Whose secret an `Authorization: Bearer …` header holds. The host comes from here and never from the event: a
 * registry can only speak of itself.
 *
 * @throws AuthenticationError for an unknown or a missing secret.
 */
export function senderOf<S extends WebhookSender>(
  senders: readonly S[],
  authorization: string | undefined,
): S {
  const token = /^Bearer\s+(\S+)$/i.exec(authorization ?? '')?.[1];
  const found =
    token &&
    senders.find(
      ({ webhookSecret }) => webhookSecret && isSame(webhookSecret, token),
    );
  if (found) return found;
  throw new AuthenticationError(
    'The webhook is not signed in: send "Authorization: Bearer" with the webhookSecret of a registry in stevedore.registries.',
  );
}
