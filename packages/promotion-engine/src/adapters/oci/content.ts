import { createHash } from 'node:crypto';
import { brokenAnswer, explainFailure } from './explain';
import { readBody } from './readBody';
import { RegistryClient } from './RegistryClient';
import { RepositoryAddress } from './repositoryAddress';

/** Registries take manifests up to 4 MiB (OCI distribution-spec, "Pushing manifests"). */
const MAX_MANIFEST = 4 * 1024 * 1024;
const MAX_CONFIG = 8 * 1024 * 1024;

export const MEDIA_TYPES = {
  index: [
    'application/vnd.oci.image.index.v1+json',
    'application/vnd.docker.distribution.manifest.list.v2+json',
  ],
  manifest: [
    'application/vnd.oci.image.manifest.v1+json',
    'application/vnd.docker.distribution.manifest.v2+json',
  ],
};
const ACCEPT = [...MEDIA_TYPES.index, ...MEDIA_TYPES.manifest].join(', ');

/** A repository and the way to it. */
export interface Source {
  client: RegistryClient;
  place: RepositoryAddress;
  insecureSkipTLSVerify: boolean;
}

export interface Content {
  body: Buffer;
  digest: string;
  mediaType: string;
}

const sha256 = (body: Buffer): string =>
  `sha256:${createHash('sha256').update(body).digest('hex')}`;

function verify(
  body: Buffer,
  expected: string,
  place: RepositoryAddress,
): void {
  const [algorithm] = expected.split(':');
  if (algorithm !== 'sha256' && algorithm !== 'sha512')
    throw brokenAnswer(place, `the digest ${expected} is of an unknown kind`);
  const actual = `${algorithm}:${createHash(algorithm)
    .update(body)
    .digest('hex')}`;
  if (actual !== expected)
    throw brokenAnswer(
      place,
      `its content has the digest ${actual}, not ${expected}`,
    );
}

const isDigest = (reference: string): boolean =>
  /^[a-z0-9+._-]+:[0-9a-f]{32,}$/.test(reference);

const manifestPath = (place: RepositoryAddress, reference: string): string =>
  `/v2/${place.repository}/manifests/${encodeURIComponent(reference).replace(
    /%3A/g,
    ':',
  )}`;

/**
 * What a reference stands for now, without its content.
 * @returns undefined when there is none; a digest of '' where the registry does not tell it.
 */
export async function resolveDigest(
  source: Source,
  reference: string,
): Promise<{ digest: string } | undefined> {
  if (isDigest(reference)) return { digest: reference };
  const { client, place, insecureSkipTLSVerify } = source;
  const path = manifestPath(place, reference);
  const response = await client.send(place, {
    method: 'HEAD',
    path,
    headers: { accept: ACCEPT },
    insecureSkipTLSVerify,
  });
  if (response.status === 404) return undefined;
  const digest = response.headers.get('docker-content-digest') ?? '';
  return { digest: isDigest(digest) ? digest : '' };
}

/** @returns undefined when the registry has no such manifest. */
export async function fetchManifest(
  source: Source,
  reference: string,
): Promise<Content | undefined> {
  const { client, place, insecureSkipTLSVerify } = source;
  const path = manifestPath(place, reference);
  const response = await client.send(place, {
    method: 'GET',
    path,
    headers: { accept: ACCEPT },
    insecureSkipTLSVerify,
  });
  if (response.status === 404) {
    await response.body?.cancel();
    return undefined;
  }
  const body = await readBody(response, place, MAX_MANIFEST).catch(error => {
    throw explainFailure(error, place);
  });
  if (isDigest(reference)) verify(body, reference, place);
  const mediaType = (response.headers.get('content-type') ?? '')
    .split(';')[0]
    .trim();
  return {
    body,
    mediaType,
    digest: isDigest(reference) ? reference : sha256(body),
  };
}

/** The config of an image; undefined when the registry has lost it. */
export function fetchConfig(
  source: Source,
  digest: string,
): Promise<Buffer | undefined> {
  return blobOf(source, digest, MAX_CONFIG);
}

/** @throws RegistryError where it is not there, or larger than that */
export async function fetchBlob(
  source: Source,
  digest: string,
  largest: number,
): Promise<Buffer> {
  const body = await blobOf(source, digest, largest);
  if (!body) throw brokenAnswer(source.place, `it has no blob ${digest}`);
  return body;
}

async function blobOf(
  source: Source,
  digest: string,
  largest: number,
): Promise<Buffer | undefined> {
  const { client, place, insecureSkipTLSVerify } = source;
  if (!isDigest(digest))
    throw brokenAnswer(place, 'a manifest names a blob without a digest');
  const path = `/v2/${place.repository}/blobs/${digest}`;
  const response = await client.send(place, {
    method: 'GET',
    path,
    insecureSkipTLSVerify,
  });
  if (response.status === 404) {
    await response.body?.cancel();
    return undefined;
  }
  const body = await readBody(response, place, largest).catch(error => {
    throw explainFailure(error, place);
  });
  verify(body, digest, place);
  return body;
}
