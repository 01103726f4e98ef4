/** One entry of an archive, as its author says it is, whether that makes sense or not. */
export interface UstarEntry {
  name: string;
  content?: string;
  /** `0` file, `1` hard link, `2` symlink, `3` character device, `5` directory, `6` pipe. */
  type?: string;
  link?: string;
  mode?: number;
  /** Seconds since 1970. */
  mtime?: number;
  /** What the header claims; default: the length of the content. */
  size?: number;
}

const BLOCK = 512;

/** An archive byte for byte, for examples and tests (POSIX.1-1988 ustar). */
export function ustar(entries: UstarEntry[]): Buffer {
  return Buffer.concat([
    ...entries.flatMap(entryBlocks),
    Buffer.alloc(2 * BLOCK),
  ]);
}

function entryBlocks(entry: UstarEntry): Buffer[] {
  const content = Buffer.from(entry.content ?? '');
  const padding = (BLOCK - (content.length % BLOCK)) % BLOCK;
  return [header(entry, content.length), content, Buffer.alloc(padding)];
}

function header(entry: UstarEntry, length: number): Buffer {
  const { name, type = '0', link = '', mode = 0o644, mtime = 0 } = entry;
  const block = Buffer.alloc(BLOCK);
  const octal = (value: number, digits: number) =>
    `${value.toString(8).padStart(digits, '0')} `;
  block.write(name, 0, 100);
  block.write(octal(mode, 6), 100);
  block.write(octal(0, 6), 108);
  block.write(octal(0, 6), 116);
  block.write(octal(entry.size ?? length, 11), 124);
  block.write(octal(mtime, 11), 136);
  block.write(' '.repeat(8), 148);
  block.write(type, 156);
  block.write(link, 157, 100);
  block.write('ustar\x0000', 257, 'latin1');
  block.write(octal(0, 6), 329);
  block.write(octal(0, 6), 337);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${octal(sum, 6)}\0`, 148);
  return block;
}
