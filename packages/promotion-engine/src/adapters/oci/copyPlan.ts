import { createHash } from 'node:crypto';
import { RegistryError } from '../../model/errors';
import { ArtifactCopy } from '../../ports/artifacts';
import { Content, fetchManifest, MEDIA_TYPES, Source } from './content';
import { parseJson } from './readBody';

export interface Descriptor {
  mediaType: string;
  digest: string;
  size: number;
  platform?: { os?: string; architecture?: string };
  [field: string]: unknown;
}

export interface ManifestPart {
  mediaType: string;
  body: Buffer;
  digest: string;
}

export interface CopyPlan {
  /** Manifests that an index lists, first; the last one is what the tag leads to. */
  manifests: ManifestPart[];
  blobs: Descriptor[];
}

/** An index of more than this is none that a person made. */
const MOST_MANIFESTS = 200;

export async function requireManifest(
  source: Source,
  reference: string,
): Promise<Content> {
  const content = await fetchManifest(source, reference);
  if (content) return content;
  const { host, repository } = source.place;
  throw new RegistryError(
    `Registry ${host} has no ${reference} in repository ${repository}: check the name, and the credentials for ${host}.`,
  );
}

/** Everything of an artifact, with its annotations; equal input gives equal digests. */
export async function planCopy(
  source: Source,
  { from, annotations }: ArtifactCopy,
): Promise<CopyPlan> {
  const top = await requireManifest(source, from.reference);
  const document = parseJson(top.body, source.place);
  if (!isIndex(top, document)) {
    const part = annotated(top, document, annotations.manifest);
    return { manifests: [part], blobs: blobsOf(document) };
  }
  const listed = (document.manifests ?? []) as Descriptor[];
  if (listed.length > MOST_MANIFESTS)
    throw new RegistryError(
      `${from.repository}:${from.reference} lists more than ${MOST_MANIFESTS} manifests.`,
    );
  const manifests: ManifestPart[] = [];
  const blobs: Descriptor[] = [];
  const children: Descriptor[] = [];
  for (const entry of listed) {
    const child = await requireManifest(source, entry.digest);
    const content = parseJson(child.body, source.place);
    const part = annotated(child, content, annotations.manifest);
    manifests.push(part);
    blobs.push(...blobsOf(content));
    children.push(
      part.digest === entry.digest
        ? entry
        : { ...entry, digest: part.digest, size: part.body.length },
    );
  }
  const isSame = children.every((child, index) => child === listed[index]);
  const index = isSame ? document : { ...document, manifests: children };
  const part = isSame
    ? annotated(top, document, annotations.index)
    : annotated(rewritten(top, index), index, annotations.index);
  return { manifests: [...manifests, part], blobs };
}

export function isIndex(
  { mediaType }: Content,
  document: Record<string, unknown>,
): boolean {
  return (
    MEDIA_TYPES.index.includes(mediaType) || Array.isArray(document.manifests)
  );
}

export function blobsOf(document: Record<string, unknown>): Descriptor[] {
  const { config, layers } = document as {
    config?: Descriptor;
    layers?: Descriptor[];
  };
  return [...(config ? [config] : []), ...(layers ?? [])].filter(
    // what is elsewhere by its own word is not copied (foreign layers)
    blob => !Array.isArray(blob.urls),
  );
}

/** Without a new annotation the bytes, and so the digest, stay what they are. */
function annotated(
  content: ManifestPart | Content,
  document: Record<string, unknown>,
  annotations: Record<string, string>,
): ManifestPart {
  const { body, digest, mediaType } = content;
  const known = (document.annotations ?? {}) as Record<string, string>;
  const isNew = Object.entries(annotations).some(
    ([key, value]) => known[key] !== value,
  );
  if (!isNew) return { body, digest, mediaType };
  const merged = { ...known, ...annotations };
  return rewritten(content, { ...document, annotations: merged });
}

function rewritten(
  { mediaType }: { mediaType: string },
  document: Record<string, unknown>,
): ManifestPart {
  const body = Buffer.from(JSON.stringify(document));
  const hash = createHash('sha256').update(body).digest('hex');
  return { mediaType, body, digest: `sha256:${hash}` };
}
