import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { digestOf } from './digest';

/** Content under its digest. */
export interface BlobStore {
  put(content: Buffer): Promise<string>;
  get(digest: string): Promise<Buffer | undefined>;
  has(digest: string): Promise<boolean>;
}

export class MemoryBlobStore implements BlobStore {
  private readonly blobs = new Map<string, Buffer>();

  async put(content: Buffer): Promise<string> {
    const digest = digestOf(content);
    this.blobs.set(digest, content);
    return digest;
  }

  async get(digest: string): Promise<Buffer | undefined> {
    return this.blobs.get(digest);
  }

  async has(digest: string): Promise<boolean> {
    return this.blobs.has(digest);
  }
}

/** Blobs as files, in the arrangement of an OCI image layout. */
export class DirectoryBlobStore implements BlobStore {
  private writes = 0;

  constructor(private readonly directory: string) {}

  async put(content: Buffer): Promise<string> {
    const digest = digestOf(content);
    if (await this.has(digest)) return digest;
    const path = this.pathOf(digest);
    this.writes += 1;
    const temporary = `${path}.${process.pid}.${this.writes}`;
    await mkdir(join(this.directory, 'blobs', 'sha256'), { recursive: true });
    await writeFile(temporary, content);
    await rename(temporary, path);
    return digest;
  }

  async get(digest: string): Promise<Buffer | undefined> {
    return readFile(this.pathOf(digest)).catch(ignoreMissing);
  }

  async has(digest: string): Promise<boolean> {
    return Boolean(await stat(this.pathOf(digest)).catch(ignoreMissing));
  }

  /** Callers have checked the digest's form: it cannot leave the directory. */
  private pathOf(digest: string): string {
    return join(this.directory, 'blobs', ...digest.split(':'));
  }
}

export function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined;
  throw error;
}
