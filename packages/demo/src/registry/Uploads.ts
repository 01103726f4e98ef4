import { randomUUID } from 'node:crypto';

/** Blob uploads under way; they live in memory and end with the process. */
export class Uploads {
  private readonly uploads = new Map<string, Buffer[]>();

  begin(): string {
    const id = randomUUID();
    this.uploads.set(id, []);
    return id;
  }

  /** Bytes received so far, or undefined for an unknown upload. */
  size(id: string): number | undefined {
    return this.uploads
      .get(id)
      ?.reduce((total, chunk) => total + chunk.length, 0);
  }

  append(id: string, chunk: Buffer): void {
    this.uploads.get(id)?.push(chunk);
  }

  /** Ends the upload and returns what was received. */
  take(id: string): Buffer {
    const content = Buffer.concat(this.uploads.get(id) ?? []);
    this.uploads.delete(id);
    return content;
  }
}
