import {
  createServiceFactory,
  coreServices,
} from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  createBareRepository,
  GitServer,
  pushImage,
  Registry,
  startGitServer,
  startRegistry,
} from '@stevedore/demo';
import {
  stevedorePermissions,
  stevedorePlatformPermissions,
} from '@stevedore/plugin-stevedore-common';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Portal, startPortal } from './__testUtils__/startPortal';

jest.setTimeout(120_000);

const ADA = 'user:default/ada';
const VERA = 'user:default/vera';

describe('the plugin in a backend', () => {
  let directory: string;
  let registry: Registry;
  let git: GitServer;
  let portal: Portal;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'plugin-'));
    const root = join(directory, 'git');
    await createBareRepository(root, 'acme/deploy', {
      'apps/dev/values.yaml': 'image:\n  tag: 0.0.1\n',
      'apps/prod/values.yaml': 'image:\n  tag: 0.0.1\n',
    });
    git = await startGitServer({ root, users: { portal: 'right' } });
    // nothing is known before the portal listens; the port is
    let told = '';
    registry = await startRegistry({
      notify: [
        {
          get url() {
            return told;
          },
          headers: { Authorization: 'Bearer registry-secret' },
        },
      ],
    });
    const mayOnlyRead = mockServices.permissions.mock({
      authorize: async (requests, { credentials }: any) =>
        requests.map(({ permission }) => ({
          result:
            credentials.principal.userEntityRef === ADA ||
            permission.attributes.action === 'read'
              ? AuthorizeResult.ALLOW
              : AuthorizeResult.DENY,
        })),
    });
    portal = await startPortal(
      {
        integrations: {
          gitea: [
            {
              host: git.host,
              baseUrl: git.url,
              username: 'portal',
              password: 'right',
            },
          ],
        },
        stevedore: {
          grants: [
            {
              repository: git.repositoryUrl('acme/deploy'),
              access: ['read', 'write'],
            },
          ],
          registries: [
            {
              host: registry.host,
              insecure: true,
              webhookSecret: 'registry-secret',
            },
          ],
        },
      },
      [
        createServiceFactory({
          service: coreServices.permissions,
          deps: {},
          factory: () => mayOnlyRead,
        }),
      ],
    );
    told = `${portal.url}/webhooks/registry`;
    await portal.put('web', {
      'stevedore.dev/stages': 'dev, prod',
      'stevedore.dev/image': `${registry.host}/acme/web ^1.0.0`,
      'stevedore.dev/gitops': `${git.repositoryUrl(
        'acme/deploy',
      )}#main:apps/{stage}`,
      'stevedore.dev/update': 'values.yaml:image.tag',
      'stevedore.dev/auto-promote': 'dev',
      // what happens in this test, a webhook has to bring
      'stevedore.dev/interval': '1h',
    });
    await portal.until(async () => {
      const { body } = await portal.call('/pipelines/component/default/web');
      return body.warehouses?.[0]?.checkedAt;
    });
  });

  afterAll(async () => {
    await portal?.stop();
    await registry?.stop();
    await git?.stop();
    await rm(directory, { recursive: true });
  });

  const promotionInto = (stage: string) =>
    portal.until(async () => {
      const { body } = await portal.call(
        `/projects/web/promotions?stage=${stage}`,
      );
      return body.items.find((each: any) => each.finishedAt);
    });

  it('carries a pushed image into Git, told by the registry', async () => {
    await pushImage(registry.url, { repository: 'acme/web', tag: '1.1.0' });
    const promotion = await promotionInto('dev');
    expect(promotion).toMatchObject({ phase: 'Succeeded', automatic: true });
    const freight = await portal.until(async () => {
      const { body } = await portal.call('/projects/web/freight');
      const [newest] = body.items;
      const prod = newest.cells.find((cell: any) => cell.stage === 'prod');
      return prod.state === 'eligible' ? newest : undefined;
    });
    const asked = await portal.call('/projects/web/promotions', {
      method: 'POST',
      body: { stage: 'prod', freight: freight.name },
      as: ADA,
    });
    expect(asked.status).toBe(201);
    expect(await promotionInto('prod')).toMatchObject({
      phase: 'Succeeded',
      requester: ADA,
    });
    const verified = await portal.call('/ledger/verify?project=web');
    expect(verified.body).toMatchObject({ ok: true });
  });

  it('shows the pipeline on another component, and why a second claim is none', async () => {
    await portal.put('docs', { 'stevedore.dev/project': 'web' });
    await portal.put(
      'copy',
      { 'stevedore.dev/pipeline': './web.yaml' },
      {
        'web.yaml': `apiVersion: kargo.akuity.io/v1alpha1
kind: Project
metadata: { name: web }
---
apiVersion: kargo.akuity.io/v1alpha1
kind: Warehouse
metadata: { name: w, namespace: web }
spec: { subscriptions: [{ image: { repoURL: ghcr.io/acme/web } }] }
---
apiVersion: kargo.akuity.io/v1alpha1
kind: Stage
metadata: { name: dev, namespace: web }
spec:
  requestedFreight: [{ origin: { kind: Warehouse, name: w }, sources: { direct: true } }]
`,
      },
    );
    const pipelineOf = (name: string) =>
      portal.until(async () => {
        const answer = await portal.call(
          `/pipelines/component/default/${name}`,
        );
        return answer.status === 200 ? answer.body : undefined;
      });
    const shown = await pipelineOf('docs');
    expect(shown).toMatchObject({
      project: 'web',
      entityRef: 'component:default/web',
      problems: [],
    });
    expect(shown.stages).toHaveLength(2);
    expect(await pipelineOf('copy')).toMatchObject({
      project: 'web',
      entityRef: 'component:default/copy',
      stages: [],
      problems: [
        {
          message:
            'stevedore.dev/pipeline: component:default/copy would define the pipeline web, which component:default/web runs already.',
          cure: expect.stringContaining(
            'write stevedore.dev/project: component:default/web instead',
          ),
          file: 'catalog-info.yaml',
          line: 6,
        },
      ],
    });
  });

  it('lets nobody in without a token, but for webhooks with their secret', async () => {
    const { status } = await portal.call('/projects/web/freight', { as: null });
    expect(status).toBe(401);
    const send = (secret: string) =>
      portal.call('/webhooks/registry', {
        method: 'POST',
        as: null,
        body: { events: [] },
        headers: { Authorization: `Bearer ${secret}` },
      });
    expect((await send('registry-secret')).status).toBe(202);
    const refused = await send('other');
    expect(refused.status).toBe(401);
    expect(refused.body.error.message).toContain('webhookSecret');
  });

  it('refuses who may only read, and writes that down', async () => {
    const { items } = (await portal.call('/projects/web/freight')).body;
    const { status, body } = await portal.call('/projects/web/promotions', {
      method: 'POST',
      body: { stage: 'prod', freight: items[0].name },
      as: VERA,
    });
    expect(status).toBe(403);
    expect(body.error.message).toContain('stevedore.promotion.create');
    const history = await portal.call('/projects/web/history?limit=5');
    expect(history.body.items[0]).toMatchObject({
      verb: 'denied',
      actor: VERA,
    });
  });

  it('tells the permission framework what there is, and judges by its rules', async () => {
    const base = `/.well-known/backstage/permissions`;
    const metadata = await portal.call(`${base}/metadata`);
    expect(metadata.status).toBe(200);
    expect(metadata.body.permissions.map((each: any) => each.name)).toEqual(
      [...stevedorePlatformPermissions, ...stevedorePermissions].map(
        each => each.name,
      ),
    );
    expect(metadata.body.rules.map((each: any) => each.name)).toEqual([
      'IS_STAGE_OWNER',
      'IS_APPROVER',
      'HAS_ENVIRONMENT',
    ]);
    const judge = async (claim: string) => {
      const { body } = await portal.call(`${base}/apply-conditions`, {
        method: 'POST',
        headers: { Authorization: mockCredentials.service.header() },
        as: null,
        body: {
          items: [
            {
              id: 'one',
              resourceRef: 'web/prod',
              resourceType: 'stevedore-stage',
              conditions: {
                rule: 'IS_STAGE_OWNER',
                resourceType: 'stevedore-stage',
                params: { claims: [claim] },
              },
            },
          ],
        },
      });
      return body.items[0].result;
    };
    expect(await judge('group:default/team')).toBe('ALLOW');
    expect(await judge('group:default/other')).toBe('DENY');
  });
});
