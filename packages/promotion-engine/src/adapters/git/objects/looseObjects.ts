import { createHash, randomBytes } from 'crypto';
import { existsSync } from 'fs';
import { mkdir, readFile, rename, writeFile } from 'fs/promises';
import { join } from 'path';
import { promisify } from 'util';
import { deflate, inflate } from 'zlib';
import { GitObject } from './GitObject';

const unpacked = promisify(inflate);
const packed = promisify<Buffer, object, Buffer>(deflate);

/** Bytes; what is larger is left to Git, which need not hold it in memory. */
export const LARGEST = 16 * 1024 * 1024;
/** Git's own choice for loose objects (core.looseCompression). */
const FASTEST = { level: 1 };

/**
 * An object that lies in a file of its own (gitrepository-layout(5): `objects/[0-9a-f][0-9a-f]`), read without a
 * process. undefined: it is in a pack, too large, or not there.
 */
export async function readLoose(
  gitDir: string,
  id: string,
): Promise<GitObject | undefined> {
  const file = await readFile(pathOf(gitDir, id)).catch(() => undefined);
  if (!file) return undefined;
  const content = (await unpacked(file, { maxOutputLength: LARGEST }).catch(
    () => undefined,
  )) as Buffer | undefined;
  const end = content?.indexOf(0) ?? -1;
  if (!content || end < 0) return undefined;
  const [type] = content.toString('latin1', 0, end).split(' ');
  return { type: type as GitObject['type'], body: content.subarray(end + 1) };
}

/** Makes an object whole or not at all, as Git does; one that is there already stays. @returns its id */
export async function writeLoose(
  gitDir: string,
  { type, body }: GitObject,
): Promise<string> {
  const content = Buffer.concat([
    Buffer.from(`${type} ${body.length}\0`),
    body,
  ]);
  const id = createHash('sha1').update(content).digest('hex');
  const file = pathOf(gitDir, id);
  if (existsSync(file)) return id;
  const folder = join(file, '..');
  await mkdir(folder, { recursive: true });
  // by this name git-prune knows what a killed process left behind
  const draft = join(folder, `tmp_obj_${randomBytes(6).toString('hex')}`);
  await writeFile(draft, await packed(content, FASTEST), { mode: 0o444 });
  await rename(draft, file);
  return id;
}

const pathOf = (gitDir: string, id: string): string =>
  join(gitDir, 'objects', id.slice(0, 2), id.slice(2));
