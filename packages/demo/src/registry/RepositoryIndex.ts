import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ignoreMissing } from './BlobStore';
import { isDigest } from './digest';

interface RepositoryEntry {
  /** Tag to digest. */
  readonly tags: Record<string, string>;
  /** Digest to media type. */
  readonly manifests: Record<string, string>;
}

/** Which repository holds which manifests under which tags. */
export class RepositoryIndex {
  private readonly repositories = new Map<string, RepositoryEntry>();
  private saved: Promise<void> = Promise.resolve();

  private constructor(private readonly directory?: string) {}

  /** Reads `index.json` below `directory`; without one, all is in memory. */
  static async open(directory?: string): Promise<RepositoryIndex> {
    const index = new RepositoryIndex(directory);
    if (!directory) return index;
    const text = await readFile(join(directory, 'index.json'), 'utf8').catch(
      ignoreMissing,
    );
    for (const [name, entry] of Object.entries(JSON.parse(text ?? '{}'))) {
      index.repositories.set(name, entry as RepositoryEntry);
    }
    return index;
  }

  has(repository: string): boolean {
    return this.repositories.has(repository);
  }

  /** In the order of the Distribution specification: lexical. */
  tags(repository: string): string[] {
    return Object.keys(this.repositories.get(repository)?.tags ?? {}).sort();
  }

  manifests(repository: string): string[] {
    return Object.keys(this.repositories.get(repository)?.manifests ?? {});
  }

  /** Digest and media type of what a tag or a digest names. */
  resolve(
    repository: string,
    reference: string,
  ): { digest: string; mediaType: string } | undefined {
    const entry = this.repositories.get(repository);
    if (!entry) return undefined;
    const digest = isDigest(reference) ? reference : entry.tags[reference];
    const mediaType = entry.manifests[digest];
    return mediaType ? { digest, mediaType } : undefined;
  }

  async add(manifest: {
    repository: string;
    digest: string;
    mediaType: string;
    tag?: string;
  }): Promise<void> {
    const { repository, digest, mediaType, tag } = manifest;
    const entry: RepositoryEntry = this.repositories.get(repository) ?? {
      tags: {},
      manifests: {},
    };
    entry.manifests[digest] = mediaType;
    if (tag) entry.tags[tag] = digest;
    this.repositories.set(repository, entry);
    await this.save();
  }

  /** Deletes a tag, or a manifest with the tags that point at it. */
  async remove(repository: string, reference: string): Promise<void> {
    const entry = this.repositories.get(repository);
    if (!entry) return;
    delete entry.tags[reference];
    if (isDigest(reference)) {
      delete entry.manifests[reference];
      for (const [tag, digest] of Object.entries(entry.tags)) {
        if (digest === reference) delete entry.tags[tag];
      }
    }
    await this.save();
  }

  /** One write at a time; a kill in the middle leaves the file as it was. */
  private save(): Promise<void> {
    const { directory } = this;
    if (!directory) return Promise.resolve();
    this.saved = this.saved
      .catch(() => {})
      .then(async () => {
        const path = join(directory, 'index.json');
        await mkdir(directory, { recursive: true });
        const content = Object.fromEntries(this.repositories);
        await writeFile(`${path}.new`, JSON.stringify(content, null, 2));
        await rename(`${path}.new`, path);
      });
    return this.saved;
  }
}
