import { Readable, Writable } from 'stream';
import { extract, Extract, Header } from 'tar-stream';
import { PathError } from '../../../model/errors';
import { Workspace } from '../../../ports/git';
import { ArchiveBudget, ArchiveError, ArchiveLimits } from '../_shared/archive';
import { Found, joined } from '../_shared/walk';
import { boundedStream } from './boundedStream';
import { entryPath, staysInside } from './entryPath';

export interface Extraction {
  outPath: string;
  stripComponents: number;
  isIgnored(found: Found): boolean;
  isCompressed: boolean;
  limits: ArchiveLimits;
}

export interface Extracted {
  files: number;
  /** One sentence for each entry that was left out though nothing said to ignore it. */
  skipped: string[];
}

/** @throws ArchiveError for an archive that is broken or too large; what was unpacked until then stays */
export async function extractTree(
  workspace: Workspace,
  archive: Readable,
  extraction: Extraction,
): Promise<Extracted> {
  const budget = new ArchiveBudget(extraction.limits);
  const result: Extracted = { files: 0, skipped: [] };
  const source = boundedStream(archive, extraction);
  const entries = extract();
  source.on('error', error => entries.destroy(error));
  source.pipe(entries as unknown as Writable);
  try {
    for await (const entry of entries) {
      budget.entry();
      await place(workspace, entry, { extraction, budget, result });
      entry.resume();
    }
  } catch (error) {
    if (error instanceof ArchiveError || error instanceof PathError)
      throw error;
    throw new ArchiveError(
      `the archive cannot be read: ${(error as Error).message}`,
    );
  } finally {
    source.destroy();
  }
  return result;
}

type Entry = Extract extends AsyncIterable<infer One> ? One : never;

interface Progress {
  extraction: Extraction;
  budget: ArchiveBudget;
  result: Extracted;
}

const KINDS: Partial<Record<string, Found['kind']>> = {
  file: 'file',
  'contiguous-file': 'file',
  directory: 'directory',
  symlink: 'symlink',
};

async function place(
  workspace: Workspace,
  entry: Entry,
  { extraction, budget, result }: Progress,
): Promise<void> {
  const { header } = entry;
  const kind = KINDS[header.type];
  const path = entryPath(header.name, extraction.stripComponents);
  if (kind === undefined || path === undefined) {
    if (!isTooShort(header, extraction))
      result.skipped.push(`${JSON.stringify(header.name)} (${header.type})`);
    return;
  }
  if (isIgnored({ path, kind }, extraction)) return;
  const target = joined(extraction.outPath, path);
  if (kind === 'symlink') {
    const link = header.linkname ?? '';
    if (!staysInside(path, link))
      result.skipped.push(`${path}, a symlink to ${JSON.stringify(link)}`);
    else await workspace.writeLink(target, link);
  } else if (kind === 'file') {
    budget.file(path, header.size);
    const content = await contentOf(entry);
    // a symlink of an earlier entry would lead the file elsewhere
    if ((await workspace.stat(target)) === 'symlink')
      await workspace.delete(target);
    const executable = (header.mode & 0o100) !== 0;
    await workspace.writeBytes(target, content, { executable });
    result.files += 1;
  }
}

/** An entry that `stripComponents` leaves nothing of is no surprise. */
const isTooShort = (header: Header, { stripComponents }: Extraction) =>
  header.name.split('/').filter(part => part !== '' && part !== '.').length <=
  stripComponents;

/** A pattern that fits a directory goes for all that is in it. */
function isIgnored(found: Found, extraction: Extraction): boolean {
  const parts = found.path.split('/');
  return (
    extraction.isIgnored(found) ||
    parts.slice(0, -1).some((_, index) =>
      extraction.isIgnored({
        path: parts.slice(0, index + 1).join('/'),
        kind: 'directory',
      }),
    )
  );
}

async function contentOf(entry: Entry): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of entry) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
