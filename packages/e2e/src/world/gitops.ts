import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { REPOSITORY } from './runScript';

/** What happens to the GitOps repository without the portal. */
export interface Gitops {
  /** Whoever pushes is told this sentence, and nothing is taken. */
  refusePushes(sentence: string): Promise<void>;
  /** Pushes hang until they are accepted again; those that hang are lost then. */
  stallPushes(): Promise<void>;
  acceptPushes(): Promise<void>;
  /** Somebody else changes a file of `main`. */
  change(path: string, edit: (text: string) => string): Promise<void>;
  /** A file of `main` as it is now. */
  read(path: string): Promise<string>;
}

/** The repository of the demo that runs, on the side of its server. */
export function demoGitops(): Gitops {
  const bare = resolve(
    REPOSITORY,
    process.env.STEVEDORE_DEMO_DIR || '.demo',
    'git/acme/deploy.git',
  );
  const hook = join(bare, 'hooks', 'pre-receive');
  const stalled = join(bare, 'stalled');
  const say = (...lines: string[]) =>
    writeFile(hook, ['#!/bin/sh', ...lines, ''].join('\n'), { mode: 0o755 });
  return {
    refusePushes: sentence => say(`echo '${sentence}' >&2`, 'exit 1'),
    async stallPushes() {
      await writeFile(stalled, '');
      await say('while [ -e stalled ]; do sleep 0.1; done', 'exit 1');
    },
    async acceptPushes() {
      await rm(stalled, { force: true });
      await rm(hook, { force: true });
    },
    change: (path, edit) => changeOnMain(bare, path, edit),
    read: path => git(bare, 'show', `main:${path}`),
  };
}

async function changeOnMain(
  bare: string,
  path: string,
  edit: (text: string) => string,
): Promise<void> {
  const clone = await mkdtemp(join(tmpdir(), 'stevedore-e2e-clone-'));
  try {
    await git(clone, 'clone', '--quiet', '--branch', 'main', bare, '.');
    const file = join(clone, path);
    await writeFile(file, edit(await readFile(file, 'utf8')));
    await git(clone, 'commit', '--quiet', '-am', `Change ${path}`);
    await git(clone, 'push', '--quiet', 'origin', 'main');
  } finally {
    await rm(clone, { recursive: true, force: true });
  }
}

async function git(cwd: string, ...args: string[]): Promise<string> {
  const who = { name: 'Somebody else', email: 'else@example.com' };
  const { stdout } = await promisify(execFile)('git', args, {
    cwd,
    env: {
      PATH: process.env.PATH,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_AUTHOR_NAME: who.name,
      GIT_AUTHOR_EMAIL: who.email,
      GIT_COMMITTER_NAME: who.name,
      GIT_COMMITTER_EMAIL: who.email,
    },
  });
  return stdout;
}
