import { createHash } from 'node:crypto';
import { createWriteStream, openAsBlob } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Source } from './content';
import { Descriptor } from './copyPlan';
import { brokenAnswer, explainFailure } from './explain';

/** A layer of a gigabyte takes its time. */
const TRANSFER_MS = 15 * 60_000;

const DIGEST = /^sha(256|512):[0-9a-f]{64,128}$/;

/** Puts a blob where it is not yet: mounted where both are of one registry, otherwise by way of a file. */
export async function copyBlob(
  from: Source,
  to: Source,
  blob: Descriptor,
): Promise<void> {
  const { client, place, insecureSkipTLSVerify } = to;
  const { digest } = blob;
  if (!DIGEST.test(digest))
    throw brokenAnswer(from.place, `a manifest names a blob ${digest}`);
  const held = await client.send(place, {
    method: 'HEAD',
    path: `/v2/${place.repository}/blobs/${digest}`,
    insecureSkipTLSVerify,
    writes: true,
  });
  if (held.ok) return;
  const mount =
    from.place.origin === place.origin
      ? `?mount=${digest}&from=${from.place.repository}`
      : '';
  const begun = await client.send(place, {
    method: 'POST',
    path: `/v2/${place.repository}/blobs/uploads/${mount}`,
    insecureSkipTLSVerify,
    writes: true,
  });
  await begun.body?.cancel();
  if (begun.status === 201) return;
  const upload = uploadPath(to, begun.headers.get('location'), digest);
  await throughFile(from, blob, async body => {
    const done = await client.send(place, {
      method: 'PUT',
      path: upload,
      headers: { 'content-type': 'application/octet-stream' },
      body,
      insecureSkipTLSVerify,
      writes: true,
      timeoutMs: TRANSFER_MS,
    });
    await done.body?.cancel();
    if (!done.ok)
      throw brokenAnswer(place, `it did not take the blob ${digest}`);
  });
}

/** The credentials go along, so an upload stays with its registry. */
function uploadPath(
  { place }: Source,
  location: string | null,
  digest: string,
): string {
  if (!location)
    throw brokenAnswer(place, 'it does not say where to upload to');
  const url = new URL(location, place.origin);
  if (url.origin !== place.origin)
    throw brokenAnswer(place, `it sends uploads to ${url.host}`);
  url.searchParams.set('digest', digest);
  return `${url.pathname}${url.search}`;
}

/** A file can be sent again after a login, and its size is known; it is checked before anything is sent. */
async function throughFile(
  { client, place, insecureSkipTLSVerify }: Source,
  { digest, size }: Descriptor,
  use: (body: Blob) => Promise<void>,
): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'stevedore-blob-'));
  try {
    const file = join(directory, 'blob');
    const response = await client.send(place, {
      method: 'GET',
      path: `/v2/${place.repository}/blobs/${digest}`,
      insecureSkipTLSVerify,
      timeoutMs: TRANSFER_MS,
    });
    if (!response.ok || !response.body)
      throw brokenAnswer(place, `it has no blob ${digest}`);
    const hash = createHash(digest.split(':')[0]);
    let seen = 0;
    const check = async function* check(chunks: AsyncIterable<Uint8Array>) {
      for await (const chunk of chunks) {
        seen += chunk.length;
        if (seen > size)
          throw brokenAnswer(
            place,
            `the blob ${digest} is larger than it says`,
          );
        hash.update(chunk);
        yield chunk;
      }
    };
    const body = Readable.fromWeb(response.body as never);
    await pipeline(body, check, createWriteStream(file)).catch(error => {
      throw explainFailure(error, place);
    });
    if (`${digest.split(':')[0]}:${hash.digest('hex')}` !== digest)
      throw brokenAnswer(place, `the blob ${digest} is not what it says`);
    await use(await openAsBlob(file));
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
