import { buildImage, BuiltManifest, ImageOptions } from './buildImage';
import { digestOf } from './digest';

/**
 * Pushes an image over the Distribution API, as a CI does.
 *
 * @param registryUrl - for example `http://localhost:5055`; anyone may push
 * @throws Error that names the request the registry refused.
 */
export async function pushImage(
  registryUrl: string,
  options: ImageOptions,
): Promise<{ digest: string }> {
  const base = `${registryUrl}/v2/${options.repository}`;
  const image = buildImage(options);
  for (const blob of image.blobs) await pushBlob(base, blob);
  for (const child of image.children) {
    await pushManifest(`${base}/manifests/${child.digest}`, child);
  }
  await pushManifest(`${base}/manifests/${options.tag}`, image.top);
  return { digest: image.top.digest };
}

async function pushBlob(base: string, blob: Buffer): Promise<void> {
  const digest = digestOf(blob);
  const held = await fetch(`${base}/blobs/${digest}`, { method: 'HEAD' });
  if (held.ok) return;
  const begun = await send(`${base}/blobs/uploads/`, { method: 'POST' });
  const location = new URL(begun.headers.get('location') ?? '', base);
  location.searchParams.set('digest', digest);
  await send(location.href, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/octet-stream' },
    body: new Uint8Array(blob),
  });
}

async function pushManifest(
  url: string,
  manifest: BuiltManifest,
): Promise<void> {
  await send(url, {
    method: 'PUT',
    headers: { 'Content-Type': manifest.mediaType },
    body: new Uint8Array(manifest.content),
  });
}

async function send(url: string, init: RequestInit): Promise<Response> {
  const response = await fetch(url, init);
  if (response.ok) return response;
  throw new Error(
    `${init.method} ${url} was refused with ${
      response.status
    }: ${await response.text()}`,
  );
}
