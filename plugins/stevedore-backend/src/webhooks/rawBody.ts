import type { IncomingMessage, ServerResponse } from 'node:http';

/** What signatures are made of. */
const bodies = new WeakMap<IncomingMessage, Buffer>();

/** For the `verify` of a body parser. */
export function keepBody(
  request: IncomingMessage,
  _: ServerResponse,
  body: Buffer,
): void {
  bodies.set(request, body);
}

/** The body as it was sent; empty where there is none. */
export const bodyOf = (request: IncomingMessage): Buffer =>
  bodies.get(request) ?? Buffer.alloc(0);
