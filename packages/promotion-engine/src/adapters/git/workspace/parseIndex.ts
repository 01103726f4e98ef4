import { TrackedEntry } from './TrackedTree';

/** Versions without compressed paths; Git writes no other unless it is told to. */
const VERSIONS = new Set([2, 3]);
/** Times, device, inode, owner and size of the file, with the mode among them; then the id and the flags. */
const MODE_AT = 24;
const ID_AT = 40;
const ID_BYTES = 20;
const FLAGS_AT = ID_AT + ID_BYTES;
const EXTENDED = 0x4000;
const STAGE = 0x3000;
/** A name that is as long or longer has to be looked through. */
const LONG_NAME = 0xfff;

/**
 * The entries of an index file (gitformat-index(5)), without a process for it. The file is decoded once and cut: a
 * call per entry would take most of the time.
 * @returns undefined for a form that only Git itself can read
 */
export function parseIndex(
  file: Buffer,
): Map<string, TrackedEntry> | undefined {
  if (file.toString('latin1', 0, 4) !== 'DIRC') return undefined;
  if (!VERSIONS.has(file.readUInt32BE(4))) return undefined;
  const bytes = file.toString('latin1');
  const digits = file.toString('hex');
  const entries = new Map<string, TrackedEntry>();
  let at = 12;
  for (let left = file.readUInt32BE(8); left > 0; left -= 1) {
    const flags = file.readUInt16BE(at + FLAGS_AT);
    if (flags & STAGE) return undefined;
    const start = at + FLAGS_AT + (flags & EXTENDED ? 4 : 2);
    const length = flags & LONG_NAME;
    const end = length < LONG_NAME ? start + length : file.indexOf(0, start);
    entries.set(nameOf(bytes.slice(start, end)), {
      mode: file
        .readUInt32BE(at + MODE_AT)
        .toString(8)
        .padStart(6, '0'),
      id: digits.slice(2 * (at + ID_AT), 2 * (at + FLAGS_AT)),
    });
    // padded with at least one NUL to a multiple of eight
    at += (Math.floor((end - at) / 8) + 1) * 8;
  }
  return hasForeignEntries(file, at) ? undefined : entries;
}

function nameOf(bytes: string): string {
  // eslint-disable-next-line no-control-regex
  return /^[\x00-\x7f]*$/.test(bytes)
    ? bytes
    : Buffer.from(bytes, 'latin1').toString('utf8');
}

/** A split index keeps entries in another file, a sparse one whole directories as one entry. */
function hasForeignEntries(file: Buffer, end: number): boolean {
  for (let at = end; at + 8 <= file.length - ID_BYTES; ) {
    const name = file.toString('latin1', at, at + 4);
    if (name === 'link' || name === 'sdir') return true;
    at += 8 + file.readUInt32BE(at + 4);
  }
  return false;
}
