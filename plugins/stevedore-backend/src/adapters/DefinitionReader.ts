import { UrlReaderService } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { ScmIntegrationRegistry } from '@backstage/integration';
import { Clock } from '@stevedore/promotion-engine';
import { readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { DefinitionFile, MANIFEST, readLocalFiles } from './readLocalFiles';
import { RemoteFiles } from './RemoteFiles';

export interface DefinitionReaderOptions {
  reader: UrlReaderService;
  integrations: Pick<ScmIntegrationRegistry, 'resolveUrl'>;
  clock: Clock;
  /** Milliseconds after which files behind a URL are asked for again. */
  remoteFreshMs: number;
}

/**
 * Reads what `stevedore.dev/pipeline` names, relative to where the catalog found the entity, and never above: local
 * files below the directory of a `file:` location, anything else through Backstage's own readers and their
 * credentials.
 *
 * @throws Error with one sentence that names the location.
 */
export class DefinitionReader {
  readonly #options: DefinitionReaderOptions;
  readonly #remote: RemoteFiles;

  constructor(options: DefinitionReaderOptions) {
    const { reader, clock, remoteFreshMs: freshMs } = options;
    this.#options = options;
    this.#remote = new RemoteFiles({ reader, clock, freshMs });
  }

  async pipeline(entity: Entity, target: string): Promise<DefinitionFile[]> {
    const { type, path } = locationOf(entity);
    const files =
      type === 'file'
        ? await readLocalFiles(dirname(path), target)
        : await this.#readRemote(path, target);
    if (files.length > 0) return files;
    throw new Error(`there is no file that ends with .yaml or .yml`);
  }

  /** The file in which the entity stands, for positions; undefined when it cannot be read. */
  async entityFile(entity: Entity): Promise<DefinitionFile | undefined> {
    try {
      const { type, path } = locationOf(entity);
      const name = basename(path);
      if (type === 'file') return { name, text: await readFile(path, 'utf8') };
      const [file] = await this.#remote.file(path, {
        name,
        version: entity.metadata.etag,
      });
      return file;
    } catch {
      return undefined;
    }
  }

  #readRemote(base: string, target: string): Promise<DefinitionFile[]> {
    const { integrations } = this.#options;
    const url = integrations.resolveUrl({ url: target, base });
    const top = integrations.resolveUrl({ url: '.', base }).replace(/\/$/, '');
    // what a server may read as a way up is refused too
    const odd = /[%\\]/.test(target);
    if (odd || (url.replace(/\/$/, '') !== top && !url.startsWith(`${top}/`)))
      throw new Error(
        "it leaves the directory of the entity's file; keep the pipeline below it",
      );
    return MANIFEST.test(target)
      ? this.#remote.file(url, { name: target })
      : this.#remote.tree(url, { name: target });
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
