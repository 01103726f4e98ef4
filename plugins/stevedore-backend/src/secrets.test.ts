import {
  coreServices,
  createServiceFactory,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import {
  createBareRepository,
  GitServer,
  Registry,
  startGitServer,
  startRegistry,
} from '@stevedore/demo';
import { Knex } from 'knex';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Portal, startPortal } from './__testUtils__/startPortal';

jest.setTimeout(120_000);

const SECRET = 'Zq7-very s3cret/"é"';
/** In one word of it, because what stands around is escaped in many ways; and as a whole. */
const TRACES = [
  'Zq7-very',
  Buffer.from(SECRET).toString('base64').replace(/=+$/, ''),
  Buffer.from(SECRET).toString('base64url'),
];
const TOKEN = "${{ sharedSecret('api').token }}";

describe('invariant 8: in a whole backend no secret is in tables, answers and log', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  const lines: string[] = [];
  const received: string[] = [];
  let directory: string;
  let knex: Knex;
  let registry: Registry;
  let git: GitServer;
  let echo: Server;
  let portal: Portal;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'secrets-'));
    await createBareRepository(join(directory, 'git'), 'acme/deploy', {
      'dev.yaml': 'tag: 0.0.1\n',
    });
    git = await startGitServer({ root: join(directory, 'git') });
    registry = await startRegistry();
    await registry.publish({ repository: 'acme/web', tag: '1.0.0' });
    echo = createServer((request, response) => {
      received.push(request.headers['x-token'] as string);
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ url: request.url, got: SECRET }));
    });
    await new Promise<void>(done => {
      echo.listen(0, '127.0.0.1', done);
    });
    knex = await databases.init('SQLITE_3');
    const write = (...line: unknown[]) => lines.push(JSON.stringify(line));
    const logger: LoggerService = {
      debug: write,
      info: write,
      warn: write,
      error: write,
      child: () => logger,
    };
    portal = await startPortal(
      {
        stevedore: {
          grants: [
            {
              repository: git.repositoryUrl('acme/deploy'),
              access: ['read', 'write'],
            },
          ],
          registries: [{ host: registry.host, insecure: true }],
          http: { allow: [address()] },
          secrets: [{ name: 'api', data: { token: SECRET } }],
        },
      },
      [
        createServiceFactory({
          service: coreServices.database,
          deps: {},
          factory: () => mockServices.database({ knex }),
        }),
        createServiceFactory({
          service: coreServices.logger,
          deps: {},
          factory: () => logger,
        }),
      ],
    );
  });

  afterAll(async () => {
    await portal.stop();
    await registry.stop();
    await git.stop();
    echo.closeAllConnections();
    await new Promise(done => echo.close(done));
    await rm(directory, { recursive: true });
  });

  const address = () => `127.0.0.1:${(echo.address() as AddressInfo).port}`;

  const manifests = (steps: string[]) => `apiVersion: kargo.akuity.io/v1alpha1
kind: Project
metadata: { name: web }
---
apiVersion: kargo.akuity.io/v1alpha1
kind: ProjectConfig
metadata: { name: web, namespace: web }
spec: { promotionPolicies: [{ stage: dev, autoPromotionEnabled: true }] }
---
apiVersion: kargo.akuity.io/v1alpha1
kind: Warehouse
metadata: { name: w, namespace: web }
spec: { subscriptions: [{ image: { repoURL: ${registry.host}/acme/web } }] }
---
apiVersion: kargo.akuity.io/v1alpha1
kind: Stage
metadata: { name: dev, namespace: web }
spec:
  requestedFreight: [{ origin: { kind: Warehouse, name: w }, sources: { direct: true } }]
  promotionTemplate:
    spec:
      steps:
${steps.map(step => `        - ${step}`).join('\n')}
`;

  async function tables(): Promise<string> {
    const names = await knex('sqlite_master')
      .where('type', 'table')
      .pluck('name');
    const rows = names.map(name => knex(name as string).select());
    return JSON.stringify(await Promise.all(rows));
  }

  async function answers(promotion: string, freight: string) {
    const paths = [
      '/pipelines/component/default/web',
      '/projects/web/freight',
      '/projects/web/promotions',
      `/projects/web/promotions/${promotion}`,
      `/projects/web/promotions/${promotion}/logs`,
      '/projects/web/warehouses/w',
      '/projects/web/history',
      '/projects/web/ledger',
      '/waiting',
    ];
    const all = await Promise.all([
      ...paths.map(path => portal.call(path)),
      portal.call('/projects/web/plans', {
        method: 'POST',
        body: { stage: 'dev', freight },
      }),
    ]);
    expect(all.map(({ status }) => status)).toEqual(all.map(() => 200));
    return JSON.stringify(all);
  }

  it('while steps log it, send it, answer with it and fail with it', async () => {
    const url = `http://${address()}/${TOKEN}?q=${TOKEN}`;
    const clone = `{ uses: git-clone, config: { repoURL: "${git.repositoryUrl(
      'acme/deploy',
    )}", checkout: [{ branch: main, path: ./src }] } }`;
    await portal.put(
      'web',
      { 'stevedore.dev/pipeline': './web.yaml' },
      {
        'web.yaml': manifests([
          `{ uses: compose-output, as: made, config: { token: "${TOKEN}", list: ["x ${TOKEN}"] } }`,
          clone,
          '{ uses: yaml-update, config: { path: ./src/dev.yaml, updates: [{ key: tag, value: "${{ imageFrom(\'' +
            `${registry.host}/acme/web` +
            '\').Tag }}" }] } }',
          '{ uses: git-commit, config: { path: ./src, message: m } }',
          '{ uses: git-push, config: { path: ./src } }',
          `{ uses: http, as: call, config: { method: PUT, url: "${url}", headers: [{ name: x-token, value: "\${{ toBase64(outputs.made.token) }}" }], body: "${TOKEN}", outputs: [{ name: got, fromExpression: response.body.got }] } }`,
          `{ uses: set-metadata, config: { updates: [{ kind: Stage, name: dev, values: { token: "${TOKEN}" } }] } }`,
          `{ uses: file-write, config: { path: ./src/new, contents: "${TOKEN}" } }`,
          `{ uses: fail, config: { message: "it was ${TOKEN} and \${{ outputs.call.got }}" } }`,
        ]),
      },
    );
    const promotion = await portal.until(async () => {
      const { body } = await portal.call('/projects/web/promotions');
      return body.items?.find((each: any) => each.finishedAt);
    });
    expect(promotion).toMatchObject({
      phase: 'Failed',
      message: expect.stringMatching(/: it was \*{6} and \*{6}/),
    });
    expect(received).toHaveLength(1);
    const everywhere = {
      tables: await tables(),
      answers: await answers(promotion.name, promotion.freight.name),
      log: lines.join('\n'),
    };
    for (const [where, text] of Object.entries(everywhere))
      expect([where, TRACES.filter(trace => text.includes(trace))]).toEqual([
        where,
        [],
      ]);
    expect(everywhere.tables).toContain('******');
    expect(everywhere.answers).toContain('******');
  });
});
