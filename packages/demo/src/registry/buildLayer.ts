import { gzipSync } from 'node:zlib';

const BLOCK = 512;

/** A layer with one text file: both forms, since the config names the inner. */
export function buildLayer(
  path: string,
  text: string,
): { tar: Buffer; gzipped: Buffer } {
  const content = Buffer.from(text);
  const padding = (BLOCK - (content.length % BLOCK)) % BLOCK;
  const tar = Buffer.concat([
    tarHeader(path, content.length),
    content,
    Buffer.alloc(padding + 2 * BLOCK),
  ]);
  return { tar, gzipped: gzipSync(tar) };
}

/** POSIX ustar header of a regular file, mode 0644, owned by root, time 0. */
function tarHeader(path: string, size: number): Buffer {
  const header = Buffer.alloc(BLOCK);
  header.write(path, 0, 100);
  header.write('0000644\0', 100);
  header.write('0000000\0', 108);
  header.write('0000000\0', 116);
  header.write(`${size.toString(8).padStart(11, '0')}\0`, 124);
  header.write('00000000000\0', 136);
  header.write('        ', 148);
  header.write('0', 156);
  header.write('ustar\x0000', 257, 'latin1');
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}
