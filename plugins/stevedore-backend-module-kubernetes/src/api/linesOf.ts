import { Readable } from 'node:stream';

/** Lines that are not empty, as they come. An error of the stream is thrown; who stops early ends the stream. */
export async function* linesOf(body: Readable): AsyncGenerator<string> {
  // whoever stops early has no ear for how the stream ends
  body.on('error', () => undefined);
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for await (const chunk of body) {
      const lines = (
        rest + decoder.decode(chunk as Uint8Array, { stream: true })
      ).split('\n');
      rest = lines.pop()!;
      for (const line of lines) if (line) yield line;
    }
    if (rest) yield rest;
  } finally {
    body.destroy();
  }
}
