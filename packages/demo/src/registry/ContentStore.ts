import { BlobStore, DirectoryBlobStore, MemoryBlobStore } from './BlobStore';
import { RepositoryIndex } from './RepositoryIndex';

export interface StoredManifest {
  readonly digest: string;
  readonly mediaType: string;
  readonly content: Buffer;
}

/** What the registry holds: blobs, and repositories of manifests. */
export interface ContentStore {
  readonly blobs: BlobStore;
  readonly index: RepositoryIndex;
}

/** In memory, or below `directory` so that it survives a restart. */
export async function openContentStore(
  directory?: string,
): Promise<ContentStore> {
  return {
    blobs: directory
      ? new DirectoryBlobStore(directory)
      : new MemoryBlobStore(),
    index: await RepositoryIndex.open(directory),
  };
}

export async function putManifest(
  store: ContentStore,
  manifest: {
    repository: string;
    mediaType: string;
    content: Buffer;
    tag?: string;
  },
): Promise<string> {
  const digest = await store.blobs.put(manifest.content);
  await store.index.add({ ...manifest, digest });
  return digest;
}

export async function getManifest(
  store: ContentStore,
  repository: string,
  reference: string,
): Promise<StoredManifest | undefined> {
  const entry = store.index.resolve(repository, reference);
  const content = entry && (await store.blobs.get(entry.digest));
  return content && { ...entry, content };
}
