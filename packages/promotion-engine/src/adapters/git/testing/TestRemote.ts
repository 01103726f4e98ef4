import { execFileSync } from 'child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'fs';
import { tmpdir } from 'os';
import { dirname, join } from 'path';

/** A bare repository with a work tree to fill it, driven with plain Git as a developer would. */
export class TestRemote {
  readonly directory = mkdtempSync(join(tmpdir(), 'stevedore-git-'));
  readonly bare = join(this.directory, 'remote.git');
  readonly work = join(this.directory, 'work');
  readonly url = `file://${this.bare}`;

  constructor() {
    execFileSync(
      'git',
      ['init', '-q', '--bare', '--initial-branch=main', this.bare],
      { env: this.environment() },
    );
    execFileSync('git', ['init', '-q', '--initial-branch=main', this.work], {
      env: this.environment(),
    });
    this.git('remote', 'add', 'origin', this.bare);
  }

  git(...args: string[]): string {
    return execFileSync('git', ['-C', this.work, ...args], {
      env: this.environment(),
      encoding: 'utf8',
    }).trim();
  }

  write(path: string, text: string | Buffer, mode?: number): void {
    const file = join(this.work, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    if (mode !== undefined) {
      chmodSync(file, mode);
    }
  }

  link(path: string, target: string): void {
    mkdirSync(dirname(join(this.work, path)), { recursive: true });
    symlinkSync(target, join(this.work, path));
  }

  /** Commits everything, pushes it, and answers with the commit. */
  push(message: string): string {
    this.git('add', '-A');
    this.git('commit', '-q', '-m', message);
    this.git('push', '-q', 'origin', 'HEAD');
    return this.git('rev-parse', 'HEAD');
  }

  remove(): void {
    rmSync(this.directory, { recursive: true, force: true });
  }

  private environment(): Record<string, string> {
    const who = { GIT_AUTHOR_NAME: 'Ada', GIT_AUTHOR_EMAIL: 'ada@example.com' };
    const committer = {
      GIT_COMMITTER_NAME: 'Ada',
      GIT_COMMITTER_EMAIL: 'ada@example.com',
    };
    const quiet = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
    return {
      PATH: process.env.PATH ?? '',
      HOME: this.directory,
      ...who,
      ...committer,
      ...quiet,
    };
  }
}

export const AUTHOR = { name: 'Stevedore', email: 'stevedore@example.com' };
export const AT = '2026-11-21T10:00:00Z';
