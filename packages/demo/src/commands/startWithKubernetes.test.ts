import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { whereGoIs } from '../__testUtils__/whereGoIs';
import { freeEnvironment } from '../__testUtils__/freeEnvironment';
import { fetchToken } from '../backend/fetchToken';
import { typeScriptFlags } from '../backend/typeScriptFlags';
import { CLUSTER_COMPONENTS } from '../world/components';
import { readJson } from '../world/jsonFile';
import { layoutBelow, REPOSITORY } from '../world/layout';
import { publishRelease } from '../world/publishRelease';
import { DemoAddresses } from '../world/ready';

/** Two cores need half a minute for all of it when nobody else wants them. */
const DEADLINE_MS = 240_000;

whereGoIs('the demo with --kubernetes', () => {
  let directory: string;
  let demo: ChildProcess;
  let said = '';

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'demo-'));
    const { JEST_WORKER_ID, ...environment } = process.env;
    const start = join(__dirname, 'start.ts');
    demo = spawn(
      process.execPath,
      [...typeScriptFlags(), start, '--kubernetes'],
      {
        cwd: REPOSITORY,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: {
          ...environment,
          ...(await freeEnvironment()),
          STEVEDORE_DEMO_DIR: directory,
        },
      },
    );
    const hear = (chunk: Buffer) => {
      said += chunk;
    };
    demo.stdout!.on('data', hear);
    demo.stderr!.on('data', hear);
  });

  afterAll(async () => {
    await stop();
    await rm(directory, { recursive: true, force: true });
  });

  async function stop(): Promise<number | null> {
    if (demo.exitCode !== null) return demo.exitCode;
    const gone = once(demo, 'exit');
    demo.kill('SIGINT');
    const [code] = await gone;
    return code;
  }

  /** What the question answers once that is something. */
  async function eventually<T>(ask: () => Promise<T | undefined>): Promise<T> {
    const end = Date.now() + DEADLINE_MS;
    for (;;) {
      const answer = await ask();
      if (answer !== undefined) return answer;
      if (Date.now() > end || demo.exitCode !== null) throw new Error(said);
      await delay(200);
    }
  }

  const readiness = () => readJson<DemoAddresses>(layoutBelow(directory).ready);

  it(
    'brings a release into the first stage by Argo CD, by Flux, without either, as a canary and by a Kargo, and ends with Ctrl-C',
    async () => {
      const addresses = await eventually(readiness);
      const { backend, kubernetes } = addresses;
      const token = await fetchToken(backend, 'ada');
      for (const component of CLUSTER_COMPONENTS) {
        await publishRelease(addresses, ['1.1.0', component]);
      }
      const verified = await Promise.all(
        CLUSTER_COMPONENTS.map(component =>
          eventually(async () => {
            const path = `pipelines/component/default/${component}`;
            const answer = await fetch(`${backend}/api/stevedore/${path}`, {
              headers: { Authorization: `Bearer ${token}` },
            });
            const { stages = [] }: any = await answer.json();
            const [dev] = stages;
            const version = dev?.here[0]?.versions[0].version;
            const arrived = version === '1.1.0' && dev.verification?.finishedAt;
            return arrived ? dev : undefined;
          }),
        ),
      );
      for (const { health, checks } of verified) {
        expect(health).toBe('healthy');
        expect(checks).toMatchObject([{ status: 'Healthy' }]);
      }
      expect(await stop()).toBe(0);
      expect(await readiness()).toBeUndefined();
      // another code would say that something still listens
      await expect(fetch(kubernetes!.url)).rejects.toMatchObject({
        cause: { code: 'ECONNREFUSED' },
      });
    },
    2 * DEADLINE_MS + 60_000,
  );
});
