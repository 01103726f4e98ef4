import { typeScriptFlags } from '@stevedore/demo';
import { ChildProcess, fork } from 'node:child_process';
import { resolve } from 'node:path';
import { HostSettings, KillAt } from './settings';

/** One lean host in a process group of its own. */
export class LeanHost {
  readonly #child: ChildProcess;
  readonly #exit: Promise<NodeJS.Signals | null>;

  /** @param killAt - where it kills itself, and whatever it has started */
  constructor(settings: HostSettings, killAt?: KillAt) {
    this.#child = fork(
      resolve(__dirname, 'main.ts'),
      [JSON.stringify(settings), JSON.stringify(killAt ?? null)],
      { execArgv: typeScriptFlags(), detached: true },
    );
    this.#exit = new Promise(done => {
      this.#child.once('exit', (_, signal) => done(signal));
    });
  }

  /** Resolves when it was killed. */
  async killed(): Promise<void> {
    const signal = await this.#exit;
    if (signal !== 'SIGKILL')
      throw new Error(`the host ended by itself (${signal ?? 'no signal'})`);
  }

  /** `kill -9` of its process group. */
  async kill(): Promise<void> {
    try {
      process.kill(-this.#child.pid!, 'SIGKILL');
    } catch {
      // the group is gone
    }
    await this.#exit;
  }
}
