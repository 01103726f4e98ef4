import { Readable } from 'stream';
import { Header, pack } from 'tar-stream';
import { createGzip } from 'zlib';
import { Workspace } from '../../../ports/git';
import { ARCHIVE_LIMITS, ArchiveBudget } from '../_shared/archive';
import { Found, joined } from '../_shared/walk';

export interface TreeToPack {
  /** Directory that the paths are relative to. */
  directory: string;
  found: Found[];
  gzip: boolean;
  /** Of every entry, so that equal trees give equal archives. */
  at: Date;
}

interface PackedEntry {
  header: Pick<Header, 'name'> & Partial<Header>;
  content: Buffer;
}

/** @throws ArchiveError for more than an archive may hold */
export async function packTree(
  workspace: Workspace,
  { directory, found, gzip, at }: TreeToPack,
): Promise<Buffer> {
  const budget = new ArchiveBudget(ARCHIVE_LIMITS);
  const entries: PackedEntry[] = [];
  for (const one of found) {
    budget.entry();
    const entry = await entryOf(workspace, joined(directory, one.path), one);
    budget.file(one.path, entry.content.length);
    entries.push(entry);
  }
  const archive = pack();
  for (const { header, content } of entries)
    archive.entry({ ...header, mtime: at }, content);
  archive.finalize();
  const stream = archive as unknown as Readable;
  return collect(gzip ? stream.pipe(createGzip()) : stream);
}

async function entryOf(
  workspace: Workspace,
  path: string,
  { path: name, kind }: Found,
): Promise<PackedEntry> {
  const content = Buffer.alloc(0);
  if (kind === 'directory')
    return {
      header: { name: `${name}/`, type: 'directory', mode: 0o755 },
      content,
    };
  if (kind === 'symlink') {
    const linkname = await workspace.readLink(path);
    return {
      header: { name, type: 'symlink', linkname, mode: 0o777 },
      content,
    };
  }
  const mode = (await workspace.isExecutable(path)) ? 0o755 : 0o644;
  return { header: { name, mode }, content: await workspace.readBytes(path) };
}

async function collect(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
