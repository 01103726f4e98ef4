import { Exchange } from './types';

/**
 * Answers GET and HEAD with content that has an entity tag, or 304 where the
 * client already holds it (RFC 9110, section 13.1.2).
 */
export function sendContent(
  { request, response }: Exchange,
  content: Buffer,
  headers: { etag: string } & Record<string, string>,
): void {
  for (const [name, value] of Object.entries(headers)) {
    response.setHeader(name, value);
  }
  if (isHeld(request.headers['if-none-match'], headers.etag)) {
    response.writeHead(304).end();
    return;
  }
  response.writeHead(200, { 'Content-Length': content.length });
  response.end(request.method === 'HEAD' ? undefined : content);
}

function isHeld(header: string | undefined, etag: string): boolean {
  const held = (header ?? '').split(',').map(tag => tag.trim());
  return held.some(tag => tag === '*' || tag.replace(/^W\//, '') === etag);
}
