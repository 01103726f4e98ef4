import { UrlReaderService } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';

export interface DefinitionFile {
  name: string;
  text: string;
}

const MANIFEST = /\.ya?ml$/;

/**
 * Reads what `stevedore.dev/pipeline` names, relative to where the catalog found the entity. Local files only below
 * the directory of a `file:` location; anything else through Backstage's own readers and their credentials.
 * @throws Error with one sentence that names the location.
 */
export class DefinitionReader {
  readonly #reader: UrlReaderService;

  constructor(reader: UrlReaderService) {
    this.#reader = reader;
  }

  async pipeline(entity: Entity, target: string): Promise<DefinitionFile[]> {
    const { type, path } = locationOf(entity);
    if (type === 'file') return readLocal(dirname(path), target);
    const url = new URL(target, path).toString();
    if (MANIFEST.test(target)) {
      const answer = await this.#reader.readUrl(url);
      return [{ name: target, text: (await answer.buffer()).toString('utf8') }];
    }
    const tree = await this.#reader.readTree(url, {
      filter: name => MANIFEST.test(name),
    });
    const files = await tree.files();
    return Promise.all(
      files.map(async file => ({
        name: join(target, file.path),
        text: (await file.content()).toString('utf8'),
      })),
    );
  }

  /** The file in which the entity stands, for positions; undefined when it cannot be read. */
  async entityFile(entity: Entity): Promise<DefinitionFile | undefined> {
    try {
      const { type, path } = locationOf(entity);
      if (type === 'file')
        return { name: basename(path), text: await readFile(path, 'utf8') };
      const answer = await this.#reader.readUrl(path);
      return {
        name: basename(path),
        text: (await answer.buffer()).toString('utf8'),
      };
    } catch {
      return undefined;
    }
  }
}

/** The catalog sets `managed-by-location`; an author cannot. */
function locationOf(entity: Entity): { type: string; path: string } {
  const location =
    entity.metadata.annotations?.['backstage.io/managed-by-location'] ?? '';
  const [, type, path] = /^([a-z]+):(.*)$/.exec(location) ?? [];
  if (!type)
    throw new Error(
      'the entity has no location from which a pipeline could be read',
    );
  return { type, path };
}

async function readLocal(
  root: string,
  target: string,
): Promise<DefinitionFile[]> {
  const top = await realpath(root);
  const place = await realpath(resolve(top, target)).catch(() => {
    throw new Error(`${target} does not exist beside the entity's file`);
  });
  if (place !== top && !place.startsWith(top + sep)) {
    throw new Error(
      `${target} leaves the directory of the entity's file; keep the pipeline below it`,
    );
  }
  const names = (await stat(place)).isDirectory()
    ? (await readdir(place, { recursive: true }))
        .filter(name => MANIFEST.test(name))
        .sort()
        .map(name => join(place, name))
    : [place];
  return Promise.all(
    names.map(async name => ({
      name: relative(top, name),
      text: await readFile(name, 'utf8'),
    })),
  );
}
