import { cp, mkdir, rename, rm, stat } from 'node:fs/promises';
import { once } from 'node:events';
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { REPOSITORY } from '../../packages/demo/src/world/layout';
import { runGit } from '../../packages/demo/src';

/** Made once, then copied; below the ignored cache of this repository. */
const CACHE = join(REPOSITORY, '.cache/bench/large.git');

/** 12,000 files of 34 KiB of text, and 3,000 commits of which each changes four of the first 400 files. */
export const LARGE = { files: 12_000, bytes: 34 * 1024, commits: 3_000 };
const BUSY = 400;
const CHANGES = 4;

/**
 * Puts a bare repository at the path: a work tree of 400 MB, a pack of more than 300 MB. Beside its files is what a
 * promotion changes, `dev/values.yaml`.
 */
export async function generateRepository(path: string): Promise<void> {
  if (!(await isThere(CACHE))) await generate(CACHE);
  await cp(CACHE, path, { recursive: true });
}

async function generate(path: string): Promise<void> {
  const unfinished = `${path}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(dirname(path), { recursive: true });
  await runGit([
    'init',
    '--quiet',
    '--bare',
    '--initial-branch=main',
    unfinished,
  ]);
  await runGit(['config', 'http.receivepack', 'true'], { cwd: unfinished });
  const git = spawn('git', ['fast-import', '--quiet', '--done'], {
    cwd: unfinished,
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  const ended = once(git, 'close');
  for (const chunk of importStream())
    if (!git.stdin.write(chunk)) await once(git.stdin, 'drain');
  git.stdin.end();
  const [code] = await ended;
  if (code !== 0) throw new Error(`git fast-import ended with ${code}`);
  await rename(unfinished, path);
}

/** The language of git-fast-import(1). */
function* importStream(): Generator<string | Buffer> {
  const next = noise();
  const busy: Buffer[] = [];
  yield* commit('A large repository');
  yield* file('dev/values.yaml', Buffer.from('# kept\ntag: "0"\nat: never\n'));
  for (let index = 0; index < LARGE.files; index += 1) {
    const content = next(LARGE.bytes);
    if (index < BUSY) busy.push(content);
    yield* file(pathOf(index), content);
  }
  for (let number = 1; number < LARGE.commits; number += 1) {
    yield* commit(`Change ${number}`);
    for (let change = 0; change < CHANGES; change += 1) {
      const index = (number * CHANGES + change) % BUSY;
      next(1024).copy(busy[index], (number * 64) % (LARGE.bytes - 1024));
      yield* file(pathOf(index), busy[index]);
    }
  }
  yield 'done\n';
}

const pathOf = (index: number): string =>
  `apps/team-${index % 40}/service-${index % 400}/file-${index}.txt`;

function* commit(message: string): Generator<string | Buffer> {
  yield 'commit refs/heads/main\ncommitter Bench <bench@localhost> 1767225600 +0000\n';
  yield* data(Buffer.from(message));
}

function* file(path: string, content: Buffer): Generator<string | Buffer> {
  yield `M 100644 inline ${path}\n`;
  yield* data(content);
}

function* data(content: Buffer): Generator<string | Buffer> {
  yield `data ${content.length}\n`;
  yield Buffer.from(content);
  yield '\n';
}

/** Text that looks like chance and is the same every time (xorshift32). */
function noise(): (length: number) => Buffer {
  let state = 0x9e3779b9;
  return length => {
    const words = new Uint32Array(Math.ceil(length / 4));
    for (let index = 0; index < words.length; index += 1) {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      words[index] = state;
    }
    const text = Buffer.from(words.buffer).toString('base64');
    return Buffer.from(text.replace(/.{63}/g, '$&\n').slice(0, length));
  };
}

function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
