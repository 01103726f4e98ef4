import { execFileSync } from 'child_process';
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'fs';
import { tmpdir } from 'os';
import { dirname, join } from 'path';
import { GitRepositories } from '../../../ports/git';
import { createGitRepositories } from '../createGitRepositories';
import { GitAdapterOptions } from '../options';
import { FileTree, readTree, writeTree } from './fileTree';

/** Git looks after each of its commands whether it is time to tidy up; for a few commits it never is. */
const UNTIDIED = '[receive]\n\tautogc = false\n[maintenance]\n\tauto = false\n';
const ORIGIN =
  '[remote "origin"]\n\turl = ../remote.git\n\tfetch = +refs/heads/*:refs/remotes/origin/*\n';

/** What Git made of the same start before: its dozen processes would be most of the time of hundreds of tests. */
const MADE = new Map<string, FileTree>();

/** A bare repository with a work tree to fill it, driven with plain Git as a developer would. */
export class TestRemote {
  readonly directory = mkdtempSync(join(tmpdir(), 'stevedore-git-'));
  readonly bare = join(this.directory, 'remote.git');
  readonly work = join(this.directory, 'work');
  readonly url = `file://${this.bare}`;

  constructor() {
    this.#make('nothing', () => {
      const init = ['init', '-q', '--template=', '--initial-branch=main'];
      this.#run([...init, '--bare', this.bare]);
      this.#run([...init, this.work]);
      appendFileSync(join(this.bare, 'config'), UNTIDIED);
      appendFileSync(join(this.work, '.git/config'), UNTIDIED + ORIGIN);
    });
  }

  /** The first commit, pushed: these files by path. Only for a repository in which nothing has happened. */
  start(files: Record<string, string>): void {
    this.#make(JSON.stringify(files), () => {
      for (const [path, text] of Object.entries(files)) this.write(path, text);
      this.push('start');
    });
  }

  git(...args: string[]): string {
    return this.#run(['-C', this.work, ...args]);
  }

  /** Asks the bare repository itself: what was pushed, whoever pushed it. */
  pushed(...args: string[]): string {
    return this.#run(['--git-dir', this.bare, ...args]);
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

  /** An adapter with its own directory below that of the remote; the same name: the same directory. */
  adapter(
    name: string,
    options: Partial<GitAdapterOptions> = {},
  ): GitRepositories {
    return createGitRepositories({
      directory: join(this.directory, name),
      credentials: async () => undefined,
      allowFile: true,
      ...options,
    });
  }

  remove(): void {
    rmSync(this.directory, { recursive: true, force: true });
  }

  #make(what: string, make: () => void): void {
    const made = MADE.get(what);
    if (made) {
      writeTree(this.directory, made);
    } else {
      make();
      MADE.set(what, readTree(this.directory));
    }
  }

  #run(args: string[]): string {
    return execFileSync('git', args, {
      env: this.#environment(),
      encoding: 'utf8',
    }).trim();
  }

  #environment(): Record<string, string> {
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
