import { ChildProcess, spawn } from 'node:child_process';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DemoLayout, REPOSITORY } from '../world/layout';
import { formatLog } from './formatLog';
import { typeScriptFlags } from './typeScriptFlags';

/**
 * How long a backend may take to stop before it is killed. Requests that wait
 * for events would keep it up for most of a minute.
 */
const STOP_MILLISECONDS = 5_000;

const ENTRY = join(REPOSITORY, 'packages/backend/src');

export interface BackendOptions {
  readonly layout: DemoLayout;
  readonly port: number;
  /** What Node runs; default: the backend of this repository. */
  readonly entry?: string;
}

export interface BackendExit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** One Backstage backend, the leader of a process group of its own. */
export class BackendProcess {
  /** Resolves when the process has ended, however it did. */
  readonly exit: Promise<BackendExit>;

  private constructor(
    private readonly child: ChildProcess,
    private readonly log: string,
  ) {
    this.exit = new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (code, signal) => resolve({ code, signal }));
    });
    process.once('exit', this.killGroup);
    this.exit
      .finally(() => process.off('exit', this.killGroup))
      .catch(() => {});
  }

  /** Starts it from its source; what it says goes to the log. */
  static async start(options: BackendOptions): Promise<BackendProcess> {
    const { layout, port, entry = ENTRY } = options;
    const log = await open(layout.backendLog, 'a', 0o600);
    const config = join(REPOSITORY, 'app-config.yaml');
    const args = ['--config', config, '--config', layout.config];
    const child = spawn(process.execPath, [...flags(), entry, ...args], {
      cwd: REPOSITORY,
      detached: true,
      stdio: ['ignore', log.fd, log.fd, 'ipc'],
      env: {
        ...process.env,
        NODE_ENV: 'production',
        STEVEDORE_DEMO_PORT: String(port),
        STEVEDORE_DEMO_DIR: layout.directory,
      },
    });
    await log.close();
    return new BackendProcess(child, layout.backendLog);
  }

  /** Asks the group to stop, and kills what has not after five seconds. */
  async stop(): Promise<void> {
    const timer = setTimeout(this.killGroup, STOP_MILLISECONDS);
    this.signalGroup('SIGTERM');
    await this.exit.catch(() => {});
    clearTimeout(timer);
    // Whatever the backend had started and left behind.
    this.killGroup();
  }

  /** `kill -9` of the whole group. */
  async kill(): Promise<void> {
    this.killGroup();
    await this.exit;
  }

  /** The last lines it said. */
  async tail(lines = 20): Promise<string> {
    return formatLog(await readFile(this.log, 'utf8'), lines);
  }

  private readonly killGroup = () => this.signalGroup('SIGKILL');

  private signalGroup(signal: NodeJS.Signals): void {
    if (!this.child.pid) return;
    try {
      process.kill(-this.child.pid, signal);
    } catch {
      // The group is empty.
    }
  }
}

/** As scripts/lib/run-ts.mjs runs TypeScript, plus the tie to this process. */
function flags(): string[] {
  const tie = ['--require', join(__dirname, 'exitWithParent.ts')];
  return ['--enable-source-maps', ...typeScriptFlags(), ...tie];
}
