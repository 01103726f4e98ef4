import { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts } from './freePorts';
import { startScript } from './runScript';

export interface RunningDemo {
  /** Lets the demo's other commands find this one. */
  readonly env: Record<string, string>;
  readonly portal: string;
  stop(): Promise<void>;
}

/** The demo as `npm run demo` starts it, with ports and a folder of its own. */
export async function startDemo(): Promise<RunningDemo> {
  const folder = await mkdtemp(join(tmpdir(), 'stevedore-e2e-'));
  const [portal, registry, git, cluster] = await freePorts(4);
  const env = {
    STEVEDORE_DEMO_DIR: folder,
    STEVEDORE_DEMO_PORT: String(portal),
    STEVEDORE_DEMO_REGISTRY_PORT: String(registry),
    STEVEDORE_DEMO_GIT_PORT: String(git),
    STEVEDORE_DEMO_CLUSTER_PORT: String(cluster),
  };
  const child = startScript(['demo'], env);
  const stop = async () => {
    await interrupt(child);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await untilReady(child, join(folder, 'ready.json'));
  } catch (error) {
    const log = await readFile(join(folder, 'backend.log'), 'utf8').catch(
      () => '',
    );
    await stop();
    throw new Error(`${error}\n${log.split('\n').slice(-40).join('\n')}`);
  }
  return { env, portal: `http://localhost:${portal}`, stop };
}

/** The demo says on its output what it does, and writes the file when it answers. */
function untilReady(child: ChildProcess, file: string): Promise<void> {
  let said = '';
  return new Promise((resolve, reject) => {
    const look = (chunk: Buffer) => {
      said += chunk;
      if (said.includes('The demo is ready') && existsSync(file)) resolve();
    };
    child.stdout!.on('data', look);
    child.stderr!.on('data', look);
    child.once('exit', code =>
      reject(
        new Error(`The demo ended with ${code} before it answered:\n${said}`),
      ),
    );
  });
}

async function interrupt(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise(done => child.once('exit', done));
  process.kill(-child.pid!, 'SIGINT');
  await gone;
}
