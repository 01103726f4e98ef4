import { mockServices } from '@backstage/backend-test-utils';
import { MiddlewareFactory } from '@backstage/backend-defaults/rootHttpRouter';
import express from 'express';
import request from 'supertest';
import { createWebhooks } from './index';

const TYPE = 'application/vnd.docker.distribution.events.v2+json';
const push = (repository: string, tag?: string) => ({
  action: 'push',
  target: { repository, tag, digest: 'sha256:abc' },
});

describe('the webhook of registries', () => {
  const notify = jest.fn(async () => 1);
  const logger = mockServices.logger.mock();
  const app = express();
  app.use(
    createWebhooks({
      engine: { notify },
      logger,
      registries: [
        { host: 'ghcr.io' },
        { host: 'localhost:5055', webhookSecret: 'first-secret' },
        { host: 'acme.example', webhookSecret: 'second-secret' },
      ],
    }),
  );
  const middleware = MiddlewareFactory.create({
    config: mockServices.rootConfig(),
    logger,
  });
  app.use(middleware.error());

  beforeEach(() => notify.mockClear());

  const send = (body: string | object, authorization?: string) => {
    const post = request(app).post('/webhooks/registry').type(TYPE);
    if (authorization) post.set('Authorization', authorization);
    return post.send(typeof body === 'string' ? body : JSON.stringify(body));
  };

  it('wakes each pushed repository of the registry that calls, once', async () => {
    const events = [
      push('acme/web', '1.0.0'),
      push('acme/web', '1.0.1'),
      push('acme/api', 'latest'),
      push('acme/by-digest'),
      { ...push('acme/pulled', '1'), action: 'pull' },
    ];
    const answer = await send({ events }, 'Bearer second-secret');
    expect(answer.status).toBe(202);
    expect(notify.mock.calls).toEqual([
      [{ kind: 'image', repoURL: 'acme.example/acme/web' }],
      [{ kind: 'image', repoURL: 'acme.example/acme/api' }],
    ]);
  });

  it.each([undefined, 'Bearer nope', 'Bearer ', 'Basic first-secret'])(
    'refuses a caller with %s',
    async authorization => {
      const events = [push('acme/web', '1.0.0')];
      const answer = await send({ events }, authorization);
      expect(answer.status).toBe(401);
      expect(answer.body.error.message).toContain('webhookSecret');
      expect(notify).not.toHaveBeenCalled();
    },
  );

  it.each([
    ['{"events":', 400],
    ['{"events":[{"action":"push"}]}', 400],
    ['[]', 400],
    [`{"events":[],"pad":"${'x'.repeat(1024 * 1024)}"}`, 413],
  ])('refuses what is no notification', async (body, status) => {
    const answer = await send(body, 'Bearer first-secret');
    expect(answer.status).toBe(status);
    expect(notify).not.toHaveBeenCalled();
  });
});
