/**
 * What an idle catalog costs: 1,000 warehouses over 200 image repositories with 200 tags each, and nothing new. One
 * sweep is one poll of every warehouse. The registry is a real HTTP server in this process, and the clock is moved by
 * one interval a sweep. Prints requests a repository and sweep, and fails above 1.1.
 */
import {
  builtInKinds,
  builtInSources,
  createChartRepositories,
  createEngine,
  createGitRepositories,
  createOciArtifacts,
  createOciRegistry,
  createPrograms,
  createRegistry,
  createValueMasker,
  EngineContext,
  noFaults,
  Project,
  Queue,
  ulidIds,
} from '@stevedore/promotion-engine';
import {
  ArtifactServer,
  MemoryStore,
  startArtifactServer,
} from '@stevedore/promotion-engine/testing';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const WAREHOUSES = 1000;
const REPOSITORIES = 200;
const TAGS = 200;
const SWEEPS = 32;
const INTERVAL_MS = 300_000;
const MOST_REQUESTS = 1.1;
/** As many warehouses as the queue of one replica works on at once. */
const AT_ONCE = 8;

type Handle = Parameters<Queue['start']>[0];

const silent = { debug() {}, info() {}, warn() {}, error() {} };
const nameOf = (index: number) => `p${index}`;

function projectOf(server: ArtifactServer, index: number): Project {
  const repository = `team/app-${index % REPOSITORIES}`;
  return {
    name: nameOf(index),
    warehouses: [
      {
        name: 'web',
        intervalMs: INTERVAL_MS,
        freightCreationPolicy: 'Automatic',
        subscriptions: [
          {
            image: {
              repoURL: `${server.host}/${repository}`,
              imageSelectionStrategy: 'SemVer',
              strictSemvers: true,
              allowTagsRegexes: [],
              ignoreTagsRegexes: [],
              discoveryLimit: 20,
              insecureSkipTLSVerify: false,
            },
          },
        ],
      },
    ],
    stages: [],
    promotionPolicies: [],
    analysisTemplates: [],
    tasks: [],
  };
}

function publishEverything(server: ArtifactServer): void {
  const created = '2026-01-01T00:00:00Z';
  for (let index = 0; index < REPOSITORIES; index += 1) {
    const tags = Array.from({ length: TAGS }, (_, tag) => `1.${tag}.0`);
    const images = tags.map(tag => [tag, { created }] as const);
    server.images.set(`team/app-${index}`, new Map(images));
  }
}

async function startReplica(
  server: ArtifactServer,
  clock: { now(): number },
): Promise<Handle> {
  let handle: Handle | undefined;
  const registries = {
    credentials: () => undefined,
    // all repositories are on one host here, whose budget would be what is measured
    requestsPerSecond: 100_000,
  };
  const context: EngineContext = {
    clock,
    store: new MemoryStore(clock),
    git: createGitRepositories({
      directory: join(tmpdir(), 'stevedore-bench-discovery'),
      credentials: async () => undefined,
    }),
    oci: createOciRegistry(registries),
    charts: createChartRepositories(registries),
    http: { send: () => Promise.reject(new Error('not asked here')) },
    programs: createPrograms(),
    artifacts: createOciArtifacts({ credentials: () => undefined }),
    grants: { refusal: async () => undefined },
    queue: {
      enqueue: async () => undefined,
      start: async work => {
        handle = work;
      },
      stop: async () => undefined,
    },
    events: { publish: () => undefined },
    ids: ulidIds(),
    logger: silent,
    masker: createValueMasker(),
    faults: noFaults,
    registry: createRegistry(builtInKinds()),
    identity: { name: 'Stevedore', email: 'stevedore@localhost' },
    replica: 'bench',
    definitions: {
      load: async project => ({
        project: projectOf(server, Number(project.slice(1))),
        entityRef: `component:default/${project}`,
      }),
    },
    policies: {
      approvals: async () => [],
      owners: async () => [],
      standsFor: async () => undefined,
      usersByEmail: async () => ({}),
      rules: async () => ({ steps: [], windows: [] }),
      concerns: async (_, scopes) => scopes.map(() => true),
    },
  };
  await createEngine(context, builtInSources).start();
  return handle!;
}

/** Polls every warehouse once. @returns seconds */
async function sweep(handle: Handle): Promise<number> {
  const began = performance.now();
  let next = 0;
  const worker = async () => {
    while (next < WAREHOUSES) {
      const project = nameOf(next);
      next += 1;
      await handle({ kind: 'warehouse', project, name: 'web' });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return (performance.now() - began) / 1000;
}

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/** Bytes that are really in use. */
function heapUsed(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

const rounded = (value: number, digits = 4) => Number(value.toFixed(digits));
const megabytes = (bytes: number) => rounded(bytes / 1024 / 1024, 1);

async function main(): Promise<number> {
  const server = await startArtifactServer();
  publishEverything(server);
  const clock = { at: Date.UTC(2026, 0, 1), now: () => clock.at };
  const before = heapUsed();
  const handle = await startReplica(server, clock);
  const first = await sweep(handle);
  const firstRequests = server.requests.splice(0).length;
  process.stdout.write(
    `first sweep: ${firstRequests} requests in ${rounded(first, 2)} s\n`,
  );
  const seconds: number[] = [];
  const requests: number[] = [];
  for (let count = 0; count < SWEEPS; count += 1) {
    clock.at += INTERVAL_MS;
    seconds.push(await sweep(handle));
    requests.push(server.requests.splice(0).length);
  }
  const most = Math.max(...requests) / REPOSITORIES;
  const mean = requests.reduce((a, b) => a + b) / SWEEPS / REPOSITORIES;
  process.stdout.write(
    `${SWEEPS} sweeps: ${rounded(
      mean,
    )} requests a repository, at most ${rounded(most)}\n`,
  );
  const [{ model }] = cpus();
  const result = {
    bench: 'discovery',
    ratios: { requestsPerRepository: rounded(mean) },
    seconds: {
      firstSweep: rounded(first),
      sweepMedian: rounded([...seconds].sort((a, b) => a - b)[SWEEPS >> 1]),
      sweepSlowest: rounded(Math.max(...seconds)),
    },
    memory: {
      heapGrowthMB: megabytes(heapUsed() - before),
      rssMB: megabytes(process.memoryUsage().rss),
    },
    runs: SWEEPS,
    machine: {
      cpus: cpus().length,
      model,
      memoryGB: rounded(totalmem() / 1024 ** 3, 1),
      node: process.version,
    },
  };
  await server.close();
  process.stdout.write(`${JSON.stringify(result)}\n`);
  return mean > MOST_REQUESTS ? 1 : 0;
}

main().then(
  code => process.exit(code),
  error => {
    process.stderr.write(`${error.stack}\n`);
    process.exit(1);
  },
);
