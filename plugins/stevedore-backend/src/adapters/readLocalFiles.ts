import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';

/** A file of a definition; its name is relative to the entity's file. */
export interface DefinitionFile {
  name: string;
  text: string;
}

export const MANIFEST = /\.ya?ml$/;

/**
 * A manifest, or every manifest below a directory, sorted by name.
 *
 * @throws Error with one sentence when there is nothing, or when it is not below `root`, symlinks followed.
 */
export async function readLocalFiles(
  root: string,
  target: string,
): Promise<DefinitionFile[]> {
  const top = await realpath(root);
  const place = await realpathBelow(top, resolve(top, target));
  const names = (await stat(place)).isDirectory()
    ? (await readdir(place, { recursive: true }))
        .filter(name => MANIFEST.test(name))
        .sort()
        .map(name => join(place, name))
    : [place];
  return Promise.all(
    names.map(async name => ({
      name: relative(top, name),
      text: await readFile(await realpathBelow(top, name), 'utf8'),
    })),
  );
}

async function realpathBelow(top: string, path: string): Promise<string> {
  const place = await realpath(path).catch(() => {
    throw new Error("it does not exist beside the entity's file");
  });
  if (place === top || place.startsWith(top + sep)) return place;
  throw new Error(
    "it leaves the directory of the entity's file; keep the pipeline below it",
  );
}
