import { InputError } from '@backstage/errors';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { WebhookDeps } from './WebhookDeps';
import { senderOf } from './WebhookSender';

/** The envelope of CNCF Distribution, as far as it matters here ("Work with notifications", Envelope). */
const envelopeSchema = z.object({
  events: z.array(
    z.object({
      action: z.string(),
      target: z.object({
        repository: z.string(),
        /** Absent where a manifest was pushed by its digest. */
        tag: z.string().optional(),
      }),
    }),
  ),
});

/** POST /webhooks/registry: notifications of a registry that speaks as CNCF Distribution does. */
export const receiveRegistryEvents =
  ({ registries, engine, logger }: WebhookDeps) =>
  async (request: Request, response: Response): Promise<void> => {
    const { host } = senderOf(registries, request.headers.authorization);
    const envelope = envelopeSchema.safeParse(request.body);
    if (!envelope.success)
      throw new InputError(
        'The body is no notification of a registry: it has no list of events with action and target.repository.',
      );
    const repositories = new Set(
      envelope.data.events
        .filter(({ action, target }) => action === 'push' && target.tag)
        .map(({ target }) => target.repository),
    );
    for (const repository of repositories) {
      const repoURL = `${host}/${repository}`;
      const warehouses = await engine.notify({ kind: 'image', repoURL });
      logger.debug('a registry told of a push', { repoURL, warehouses });
    }
    response.status(202).end();
  };
