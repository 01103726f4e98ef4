import { readBody } from '../../http/readBody';
import { ContentStore, getManifest, putManifest } from '../ContentStore';
import { digestOf, isDigest } from '../digest';
import { ManifestDocument, mediaTypes } from '../mediaTypes';
import { RegistryError } from '../RegistryError';
import { sendContent } from './sendContent';
import { Exchange } from './types';

/** The specification's advice: registries take manifests up to 4 MiB. */
const MANIFEST_LIMIT = 4 * 1024 * 1024;

/** Distribution specification, section "Pulling manifests". */
export async function getManifestHandler(exchange: Exchange): Promise<void> {
  const { context, repository, reference } = exchange;
  const manifest = await getManifest(context.store, repository, reference);
  if (!manifest) throw unknownManifest(exchange);
  sendContent(exchange, manifest.content, {
    etag: `"${manifest.digest}"`,
    'content-type': manifest.mediaType,
    'docker-content-digest': manifest.digest,
  });
}

/** Distribution specification, section "Pushing Manifests". */
export async function putManifestHandler(exchange: Exchange): Promise<void> {
  const { context, request, response, repository, reference } = exchange;
  const content = await readBody(request, MANIFEST_LIMIT);
  if (isDigest(reference) && reference !== digestOf(content)) {
    throw new RegistryError({
      status: 400,
      code: 'DIGEST_INVALID',
      message: `the manifest's digest is ${digestOf(content)}`,
    });
  }
  const document = parseManifest(content);
  await checkReferences(context.store, repository, document);
  const tag = isDigest(reference) ? undefined : reference;
  const mediaType =
    document.mediaType ??
    request.headers['content-type'] ??
    mediaTypes.manifest;
  const manifest = { repository, content, tag, mediaType };
  const digest = await putManifest(context.store, manifest);
  if (tag) context.notifier.pushed({ repository, tag, digest, mediaType });
  response.writeHead(201, {
    Location: `/v2/${repository}/manifests/${digest}`,
    'Docker-Content-Digest': digest,
    ...(document.subject && { 'OCI-Subject': document.subject.digest }),
  });
  response.end();
}

export async function deleteManifestHandler(exchange: Exchange): Promise<void> {
  const { context, repository, reference, response } = exchange;
  if (!context.store.index.resolve(repository, reference)) {
    throw unknownManifest(exchange);
  }
  await context.store.index.remove(repository, reference);
  response.writeHead(202).end();
}

function parseManifest(content: Buffer): ManifestDocument {
  try {
    return JSON.parse(content.toString('utf8'));
  } catch (error) {
    throw new RegistryError({
      status: 400,
      code: 'MANIFEST_INVALID',
      message: `the manifest is not JSON: ${error}`,
    });
  }
}

async function checkReferences(
  store: ContentStore,
  repository: string,
  document: ManifestDocument,
): Promise<void> {
  const blobs = [document.config, ...(document.layers ?? [])];
  for (const blob of blobs) {
    if (blob && !(await store.blobs.has(blob.digest))) {
      throw missingReference('blob', blob.digest);
    }
  }
  for (const child of document.manifests ?? []) {
    if (!store.index.resolve(repository, child.digest)) {
      throw missingReference('manifest', child.digest);
    }
  }
}

function missingReference(kind: string, digest: string): RegistryError {
  return new RegistryError({
    status: 404,
    code: 'MANIFEST_BLOB_UNKNOWN',
    message: `the manifest names the ${kind} ${digest}, push it first`,
  });
}

function unknownManifest(exchange: Exchange): RegistryError {
  const { context, repository, reference } = exchange;
  const known = context.store.index.has(repository);
  return new RegistryError({
    status: 404,
    code: known ? 'MANIFEST_UNKNOWN' : 'NAME_UNKNOWN',
    message: known
      ? `${repository} has no manifest ${reference}`
      : `repository ${repository} is not known to this registry`,
  });
}
