import {
  createBareRepository,
  GitServer,
  LoopbackServer,
  Registry,
  startGitServer,
  startLoopbackServer,
  startRegistry,
} from '@stevedore/demo';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Annotations, Portal, startPortal } from './__testUtils__/startPortal';

jest.setTimeout(120_000);

interface World {
  portal: Portal;
  registry: Registry;
  git: GitServer;
  /** Takes another password than the one that is configured. */
  closedGit: GitServer;
  /** Never answers. */
  silent: LoopbackServer;
  /** Host of a registry that is not there any more. */
  closed: string;
}

/** Undefined only until everything has started. */
let world: World;
let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'bad-input-'));
  const root = join(directory, 'git');
  await createBareRepository(root, 'acme/deploy', {
    'apps/dev/values.yaml': 'image:\n  tag: 0.0.1\n',
  });
  const registry = await startRegistry();
  await registry.publish({ repository: 'acme/web', tag: '1.0.0' });
  await registry.publish({ repository: 'acme/odd', tag: 'latest' });
  const git = await startGitServer({ root, users: { portal: 'right' } });
  const closedGit = await startGitServer({ root, users: { portal: 'other' } });
  const silent = await startLoopbackServer(() => new Promise(() => undefined));
  const closed = await startRegistry();
  await closed.stop();
  const grant = (server: GitServer, name: string) => ({
    repository: server.repositoryUrl(name),
    access: ['read', 'write'],
  });
  const portal = await startPortal({
    integrations: {
      gitea: [git, closedGit].map(({ host, url }) => ({
        host,
        baseUrl: url,
        username: 'portal',
        password: 'right',
      })),
    },
    stevedore: {
      grants: [
        grant(git, 'acme/deploy'),
        grant(git, 'acme/missing'),
        grant(closedGit, 'acme/deploy'),
      ],
      registries: [
        { host: registry.host, insecure: true },
        { host: closed.host, insecure: true },
      ],
      http: { allow: [silent.host] },
    },
  });
  world = { portal, registry, git, closedGit, silent, closed: closed.host };
});

afterAll(async () => {
  await world.portal.stop();
  for (const server of [
    world.registry,
    world.git,
    world.closedGit,
    world.silent,
  ])
    await server.stop();
  await rm(directory, { recursive: true });
});

/** A pipeline of one stage that promotes itself. */
const lines = (change: Annotations = {}): Annotations => ({
  'stevedore.dev/stages': 'dev',
  'stevedore.dev/image': `${world.registry.host}/acme/web ^1.0.0`,
  'stevedore.dev/gitops': `${world.git.repositoryUrl(
    'acme/deploy',
  )}#main:apps/{stage}`,
  'stevedore.dev/update': 'values.yaml:image.tag',
  'stevedore.dev/auto-promote': 'dev',
  ...change,
});

interface Put {
  annotations: Annotations;
  /** Of pipeline.yaml; NAME stands for the project's. */
  text?: string;
}

const inFile = (text: string): Put => ({
  annotations: { 'stevedore.dev/pipeline': './pipeline.yaml' },
  text,
});

const gitops = (server: GitServer, name: string): Put => ({
  annotations: lines({
    'stevedore.dev/gitops': `${server.repositoryUrl(name)}#main:apps/{stage}`,
  }),
});

/** The same in a file, with steps as they are given. */
const file = (steps: string) => `apiVersion: kargo.akuity.io/v1alpha1
kind: Project
metadata: { name: NAME }
---
apiVersion: kargo.akuity.io/v1alpha1
kind: ProjectConfig
metadata: { name: NAME, namespace: NAME }
spec: { promotionPolicies: [{ stage: dev, autoPromotionEnabled: true }] }
---
apiVersion: kargo.akuity.io/v1alpha1
kind: Warehouse
metadata: { name: w, namespace: NAME }
spec: { subscriptions: [{ image: { repoURL: ${world.registry.host}/acme/web } }] }
---
apiVersion: kargo.akuity.io/v1alpha1
kind: Stage
metadata: { name: dev, namespace: NAME }
spec:
  requestedFreight: [{ origin: { kind: Warehouse, name: w }, sources: { direct: true } }]
  promotionTemplate:
    spec:
      steps:
${steps}
`;

const clone = () =>
  `        - { uses: git-clone, config: { repoURL: "${world.git.repositoryUrl(
    'acme/deploy',
  )}", checkout: [{ branch: main, path: ./src }] } }`;
const update = (path: string) =>
  `${clone()}
        - { uses: yaml-update, as: update, config: { path: "${path}", updates: [{ key: a, value: b }] } }`;

async function pipelineOf(name: string) {
  const answer = await world.portal.call(
    `/pipelines/component/default/${name}`,
  );
  return answer.status === 200 ? answer.body : undefined;
}

const problemOf = (name: string) =>
  world.portal.until(async () => (await pipelineOf(name))?.problems[0]);

const warehouseErrorOf = (name: string): Promise<string> =>
  world.portal.until(
    async () => (await pipelineOf(name))?.warehouses[0]?.error,
  );

/** How the promotion ended that nobody had to ask for. */
const endOf = (name: string) =>
  world.portal.until(async () => {
    const { body } = await world.portal.call(`/projects/${name}/promotions`);
    return body.items?.find((each: any) => each.finishedAt);
  });

const verificationOf = (name: string) =>
  world.portal.until(async () => {
    const stage = (await pipelineOf(name))?.stages[0];
    return stage?.verification?.finishedAt ? stage.verification : undefined;
  });

/** A definition that is wrong where it stands: the sentence, the cure, and the place. */
const WRITTEN: [string, () => Put, object][] = [
  [
    'an unknown stage in an annotation',
    () => ({
      annotations: lines({ 'stevedore.dev/auto-promote': 'deb' }),
    }),
    {
      message: 'stevedore.dev/auto-promote: There is no stage deb.',
      cure: 'Did you mean dev? Known here: dev.',
      file: 'catalog-info.yaml',
      line: 10,
      column: 33,
    },
  ],
  [
    'YAML that does not parse',
    () => inFile('kind: Project\nmetadata: {name: x\n'),
    {
      message: expect.stringMatching(/^This is not readable as YAML: .*\.$/),
      cure: expect.stringContaining('Correct the YAML at this place'),
      file: 'pipeline.yaml',
      line: 3,
    },
  ],
  [
    'a step that does not exist',
    () => inFile(file('        - { uses: git-klone }')),
    {
      message: 'There is no step git-klone.',
      cure: expect.stringMatching(/^Did you mean git-clone\?/),
      object: 'Stage/dev',
      file: 'pipeline.yaml',
      line: 23,
      column: 19,
    },
  ],
  [
    'an expression that cannot be read',
    () =>
      inFile(
        file(`        - { uses: fail, config: { message: "\${{ 1 + }}" } }`),
      ),
    {
      message: 'The expression does not parse: unexpected end of expression.',
      cure: expect.any(String),
      object: 'Stage/dev',
      field: 'spec.promotionTemplate.spec.steps[0].config.message',
      file: 'pipeline.yaml',
      line: 23,
    },
  ],
  [
    'a function that does not exist',
    () =>
      inFile(
        file(
          `        - { uses: fail, config: { message: "\${{ imageFrm('x') }}" } }`,
        ),
      ),
    {
      message: 'There is no function imageFrm.',
      cure: 'Did you mean imageFrom?',
      file: 'pipeline.yaml',
      line: 23,
    },
  ],
];

/** What a warehouse says that finds nothing. */
const DISCOVERED: [string, () => Put, RegExp][] = [
  [
    'an unreachable registry',
    () => ({
      annotations: lines({
        'stevedore.dev/image': `${world.closed}/acme/web ^1.0.0`,
      }),
    }),
    /^Registry 127\.0\.0\.1:\d+ cannot be reached for repository acme\/web \(ECONNREFUSED\): check the host's name, and that this machine may connect to it\. \(stevedore\.dev\/image of component:default\/\S+\)$/,
  ],
  [
    'a repository of images that is not there',
    () => ({
      annotations: lines({
        'stevedore.dev/image': `${world.registry.host}/acme/none ^1.0.0`,
      }),
    }),
    /^Registry \S+ has no repository acme\/none, or does not show it: check the name, and the credentials for \S+\. \(stevedore\.dev\/image of component:default\/\S+\)$/,
  ],
  [
    'tags that are no SemVer',
    () => ({
      annotations: lines({
        'stevedore.dev/image': `${world.registry.host}/acme/odd ^1.0.0`,
      }),
    }),
    /acme\/odd has no tag that fits the subscription: push one that it selects \(SemVer takes versions only, such as 1\.2\.3\), or change its strategy, range or filters \(stevedore\.dev\/image of component:default\/\S+\)$/,
  ],
  [
    'a registry that is not granted',
    () => ({
      annotations: lines({
        'stevedore.dev/image': 'registry.evil.example/acme/web ^1.0.0',
      }),
    }),
    /^component:default\/\S+ may not read images of registry\.evil\.example: add the host to stevedore\.registries in app-config\.yaml \(stevedore\.dev\/image of component:default\/\S+\)$/,
  ],
];

/** How a promotion ends. */
const PROMOTED: [string, () => Put, RegExp][] = [
  [
    'a missing repository',
    () => gitops(world.git, 'acme/missing'),
    /^git-clone: Could not fetch http:\S+\/acme\/missing: there is no such repository, or these credentials may not see it: check its address.*\(stevedore\.dev\/gitops of component:default\/\S+\)$/s,
  ],
  [
    'a wrong password',
    () => gitops(world.closedGit, 'acme/deploy'),
    /^git-clone: Could not fetch http:\S+\/acme\/deploy: the host refused the user name or password: check the credentials configured for this repository.*\(stevedore\.dev\/gitops of component:default\/\S+\)$/s,
  ],
  [
    'a repository that is not granted',
    () => gitops(world.git, 'acme/secret'),
    /^git-clone: component:default\/\S+ may not read http:\S+\/acme\/secret: add a grant with access \[read\] for it to stevedore\.grants in app-config\.yaml, or to \.stevedore\/authorize\.yaml of that repository \(stevedore\.dev\/gitops of component:default\/\S+\)$/,
  ],
  [
    'an expression that fails',
    () =>
      inFile(
        file(
          `        - { uses: fail, config: { message: "\${{ imageFrom('nope').Tag }}" } }`,
        ),
      ),
    /^fail: config\.message: Tag is asked of something that is not there; check the names in the expression: .*imageFrom\('nope'\)\.Tag.*\(pipeline\.yaml, line 23\)$/s,
  ],
  [
    'a path that leaves the workspace',
    () => inFile(file(update('../../etc/values.yaml'))),
    /^update: "\.\.\/\.\.\/etc\/values\.yaml" leaves the workspace: write it relative to the workspace.*\(pipeline\.yaml, line 24\)$/,
  ],
  [
    'a .git in a path',
    () => inFile(file(update('./src/.git/config'))),
    /^update: "\.\/src\/\.git\/config" touches a "\.git", which no step may do: name a file of the checkout \(pipeline\.yaml, line 24\)$/,
  ],
];

describe('bad input gets a sentence that says what, where and what to do', () => {
  let count = 0;

  /** Every case is a component of its own, so that none waits for another. */
  async function put({ annotations, text }: Put): Promise<string> {
    count += 1;
    const name = `case-${count}`;
    const files = text && { 'pipeline.yaml': text.replaceAll('NAME', name) };
    await world.portal.put(name, annotations, files || {});
    return name;
  }

  it.each(WRITTEN)('%s', async (_, make, problem) => {
    const name = await put(make());
    expect(await problemOf(name)).toMatchObject({
      severity: 'error',
      ...problem,
    });
  });

  it.each(DISCOVERED)('%s', async (_, make, sentence) => {
    expect(await warehouseErrorOf(await put(make()))).toMatch(sentence);
  });

  it.each(PROMOTED)('%s', async (_, make, sentence) => {
    const end = await endOf(await put(make()));
    expect(end.phase).toMatch(/^(Failed|Errored)$/);
    expect(end.message).toMatch(sentence);
    expect(end.message).not.toMatch(/\b(right|secret-password)\b/);
  });

  it('a check that never answers', async () => {
    const url = `${world.silent.url}/ $.version within 1s every 1s`;
    const annotations = lines({ 'stevedore.dev/verify': url });
    const verification = await verificationOf(await put({ annotations }));
    expect(verification).toMatchObject({
      phase: 'Error',
      message: expect.stringMatching(
        /^version: (did not pass within 1s|could not be measured \d times in a row) \(http:\S+ did not answer within 1 s\)$/,
      ),
    });
  });
});
