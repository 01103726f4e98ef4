import { UrlReaderService } from '@backstage/backend-plugin-api';
import { NotModifiedError } from '@backstage/errors';
import { Clock } from '@stevedore/promotion-engine';
import { posix } from 'node:path';
import { DefinitionFile, MANIFEST } from './readLocalFiles';

interface Known {
  etag?: string;
  version?: string;
  readAt: number;
  files: DefinitionFile[];
}

interface Wanted {
  /** What the files are called; a directory's is a prefix. */
  name: string;
  /** Another one than the last time: it is asked for at once. */
  version?: string;
}

/** More than anyone looks at between two reads; what falls out is only read again. */
const MOST = 2_000;

/** Files behind URLs: hosts count requests, so they are asked seldom, and only for what changed. */
export class RemoteFiles {
  readonly #known = new Map<string, Known>();
  readonly #options: {
    reader: UrlReaderService;
    clock: Clock;
    freshMs: number;
  };

  constructor(options: {
    reader: UrlReaderService;
    clock: Clock;
    freshMs: number;
  }) {
    this.#options = options;
  }

  /** @throws what the reader throws. */
  file(url: string, wanted: Wanted): Promise<DefinitionFile[]> {
    return this.#read(url, wanted, async etag => {
      const answer = await this.#options.reader.readUrl(url, { etag });
      const text = (await answer.buffer()).toString('utf8');
      return { etag: answer.etag, files: [{ name: wanted.name, text }] };
    });
  }

  /** Every manifest below, sorted by name. @throws what the reader throws. */
  tree(url: string, wanted: Wanted): Promise<DefinitionFile[]> {
    return this.#read(url, wanted, async etag => {
      const filter = (name: string) => MANIFEST.test(name);
      const tree = await this.#options.reader.readTree(url, { etag, filter });
      const files = await Promise.all(
        (
          await tree.files()
        ).map(async file => ({
          name: posix.join(wanted.name, file.path),
          text: (await file.content()).toString('utf8'),
        })),
      );
      files.sort((a, b) => Number(a.name > b.name) - Number(a.name < b.name));
      return { etag: tree.etag, files };
    });
  }

  async #read(
    url: string,
    { version }: Wanted,
    ask: (etag?: string) => Promise<{ etag?: string; files: DefinitionFile[] }>,
  ): Promise<DefinitionFile[]> {
    const { clock, freshMs } = this.#options;
    const known = this.#known.get(url);
    const now = clock.now();
    const fresh = known && known.readAt + freshMs > now;
    if (fresh && known.version === version) return known.files;
    const answer = await ask(known?.etag).catch(error => {
      if (known && error instanceof NotModifiedError) return known;
      this.#known.delete(url);
      throw error;
    });
    if (this.#known.size >= MOST) this.#known.clear();
    const { etag, files } = answer;
    this.#known.set(url, { etag, files, version, readAt: now });
    return files;
  }
}
