import { mockServices } from '@backstage/backend-test-utils';
import { MiddlewareFactory } from '@backstage/backend-defaults/rootHttpRouter';
import express from 'express';
import { createHmac } from 'node:crypto';
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
      gitHosts: [
        { host: 'github.com', secret: 'github-secret' },
        { host: 'git.acme.example:8443', secret: 'acme-secret' },
      ],
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

  describe('of Git hosts', () => {
    const sign = (body: string, secret: string) =>
      `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
    const tell = (event: object, headers: (body: string) => object) => {
      const body = JSON.stringify(event);
      return request(app)
        .post('/webhooks/git')
        .type('json')
        .set(headers(body) as Record<string, string>)
        .send(body);
    };
    const repository = { clone_url: 'https://github.com/acme/deploy.git' };
    const github = (body: string) => ({
      'x-github-event': 'push',
      'x-hub-signature-256': sign(body, 'github-secret'),
    });
    const acme = 'https://git.acme.example:8443/acme/deploy';

    it.each<[string, object, (body: string) => object, string]>([
      [
        'GitHub',
        { ref: 'refs/heads/main', repository },
        github,
        repository.clone_url,
      ],
      [
        'GitLab',
        { ref: 'refs/tags/v1', project: { git_http_url: `${acme}.git` } },
        () => ({ 'x-gitlab-token': 'acme-secret' }),
        `${acme}.git`,
      ],
      [
        'Gitea',
        { ref: 'refs/heads/main', repository: { clone_url: `${acme}.git` } },
        body => ({ 'x-hub-signature-256': sign(body, 'acme-secret') }),
        `${acme}.git`,
      ],
      [
        'Bitbucket',
        { push: {}, repository: { links: { html: { href: acme } } } },
        body => ({ 'x-hub-signature': sign(body, 'acme-secret') }),
        acme,
      ],
    ])(
      'a push wakes who watches it: %s',
      async (_, event, headers, repoURL) => {
        expect((await tell(event, headers)).status).toBe(202);
        expect(notify.mock.calls).toEqual([[{ kind: 'git', repoURL }]]);
      },
    );

    it.each<[string, object, (body: string) => object, number]>([
      ['what is no push', { zen: 'Keep it simple', repository }, github, 202],
      [
        'another secret',
        { ref: 'refs/heads/main', repository },
        body => ({ 'x-hub-signature-256': sign(body, 'guessed') }),
        401,
      ],
      [
        'a signature of something else',
        { ref: 'refs/heads/main', repository },
        body => ({ 'x-hub-signature-256': sign(`${body} `, 'github-secret') }),
        401,
      ],
      ['no secret', { ref: 'refs/heads/main', repository }, () => ({}), 401],
      [
        'a secret as its own signature',
        { ref: 'refs/heads/main', repository },
        () => ({ 'x-hub-signature-256': 'github-secret' }),
        401,
      ],
      [
        'a repository of another host',
        { ref: 'refs/heads/main', repository: { clone_url: `${acme}.git` } },
        github,
        401,
      ],
      ['no repository', { ref: 'refs/heads/main' }, github, 400],
      ['no event', [], github, 400],
    ])('nobody is woken by %s', async (_, event, headers, status) => {
      expect((await tell(event, headers)).status).toBe(status);
      expect(notify).not.toHaveBeenCalled();
    });
  });
});
