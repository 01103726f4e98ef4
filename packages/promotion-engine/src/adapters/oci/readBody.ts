import { brokenAnswer } from './explain';
import { RepositoryAddress } from './repositoryAddress';

/** Reads an answer, but never more than fits: a registry is not to fill the memory. */
export async function readBody(
  response: Response,
  place: RepositoryAddress,
  maxBytes: number,
): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > maxBytes)
      throw brokenAnswer(place, `it is larger than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

export function parseJson(
  body: Buffer,
  place: RepositoryAddress,
): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch {
    // told below
  }
  throw brokenAnswer(place, 'it is no JSON object');
}
