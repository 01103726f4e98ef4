import express, { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { keepBody } from './rawBody';
import { receiveGitEvents } from './receiveGitEvents';
import { receiveRegistryEvents } from './receiveRegistryEvents';
import { WebhookDeps } from './WebhookDeps';

/** Below this path the portal's own sign-in does not apply: each sender proves itself by its secret. */
export const WEBHOOKS_PATH = '/webhooks';

/** Enough for the hundred events that a registry may send at once. */
const LARGEST_BODY = '1mb';

/** Receivers of webhooks. They carry no facts into the engine: they only say that it is worth looking. */
export function createWebhooks(deps: WebhookDeps): Router {
  const router = PromiseRouter();
  // registries send media types of their own
  router.use(
    WEBHOOKS_PATH,
    express.json({ type: '*/*', limit: LARGEST_BODY, verify: keepBody }),
  );
  router.post(`${WEBHOOKS_PATH}/registry`, receiveRegistryEvents(deps));
  router.post(`${WEBHOOKS_PATH}/git`, receiveGitEvents(deps));
  return router;
}
