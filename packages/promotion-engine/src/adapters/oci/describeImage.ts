import { ImageMetadata } from '../../ports/registry';
import {
  Content,
  fetchConfig,
  fetchManifest,
  MEDIA_TYPES,
  Source,
} from './content';
import { annotatedAt, createdAt, newest } from './createdAt';
import { brokenAnswer } from './explain';
import { parseJson } from './readBody';

/** What does not depend on the tag, so it holds for as long as the digest. */
export type ImageFacts = Omit<ImageMetadata, 'tag'>;

interface Member {
  digest: string;
  platform: string;
  annotations?: Record<string, string>;
}

function texts(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
}

const member = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)[key]
    : undefined;

function platformOf(descriptor: unknown): string | undefined {
  const { os, architecture, variant } = texts(member(descriptor, 'platform'));
  // build attestations stand in an index as platform unknown/unknown
  if (!os || !architecture || os === 'unknown' || architecture === 'unknown')
    return undefined;
  return [os, architecture, variant].filter(Boolean).join('/');
}

function membersOf(manifest: Record<string, unknown>): Member[] {
  const list = Array.isArray(manifest.manifests) ? manifest.manifests : [];
  return list.flatMap(descriptor => {
    const platform = platformOf(descriptor);
    const { digest } = texts(descriptor);
    return platform && digest
      ? [
          {
            digest,
            platform,
            annotations: texts(member(descriptor, 'annotations')),
          },
        ]
      : [];
  });
}

async function manifestCreatedAt(
  source: Source,
  manifest: Record<string, unknown>,
): Promise<string | undefined> {
  const annotations = texts(manifest.annotations);
  // most builders annotate, which saves a request
  const annotated = annotatedAt(annotations);
  if (annotated) return annotated;
  const { digest, mediaType = '' } = texts(manifest.config);
  if (!digest || !/json$/.test(mediaType)) return undefined;
  const body = await fetchConfig(source, digest);
  if (!body) return undefined;
  const config = parseJson(body, source.place);
  const labels = texts(member(config.config, 'Labels'));
  return createdAt({
    annotations,
    labels,
    configCreatedAt: texts(config).created,
  });
}

async function memberCreatedAt(
  source: Source,
  one: Member,
): Promise<string | undefined> {
  const annotated = annotatedAt(one.annotations);
  if (annotated) return annotated;
  const content = await fetchManifest(source, one.digest);
  return (
    content && manifestCreatedAt(source, parseJson(content.body, source.place))
  );
}

/** What the manifest of a platform is annotated with. */
async function platformAnnotations(
  source: Source,
  members: Member[],
  platform: string | undefined,
): Promise<Record<string, string>> {
  const wanted = members.find(one => one.platform === platform);
  const content = wanted && (await fetchManifest(source, wanted.digest));
  return content
    ? texts(parseJson(content.body, source.place).annotations)
    : {};
}

async function describeIndex(
  source: Source,
  index: Record<string, unknown>,
  platform: string | undefined,
): Promise<Omit<ImageFacts, 'digest'>> {
  const members = membersOf(index);
  if (members.length === 0)
    throw brokenAnswer(source.place, 'an index names no platform');
  const annotations = texts(index.annotations);
  const annotated = annotatedAt(annotations);
  const ages = annotated
    ? [annotated]
    : await Promise.all(members.map(one => memberCreatedAt(source, one)));
  const ofPlatform = await platformAnnotations(source, members, platform);
  return {
    annotations: { ...annotations, ...ofPlatform },
    createdAt: newest(ages),
    platforms: members.map(one => one.platform),
  };
}

/**
 * Reads a manifest or an index (OCI image-spec; Docker's schema 2).
 * @throws RegistryError for anything else.
 */
export async function describeContent(
  source: Source,
  content: Content,
  platform?: string,
): Promise<ImageFacts> {
  const manifest = parseJson(content.body, source.place);
  const type = texts(manifest).mediaType || content.mediaType;
  if (MEDIA_TYPES.index.includes(type) || Array.isArray(manifest.manifests)) {
    return {
      digest: content.digest,
      ...(await describeIndex(source, manifest, platform)),
    };
  }
  if (
    !MEDIA_TYPES.manifest.includes(type) &&
    typeof manifest.config !== 'object'
  ) {
    throw brokenAnswer(
      source.place,
      `a manifest is of type "${type}", which is too old or unknown`,
    );
  }
  const annotations = texts(manifest.annotations);
  return {
    digest: content.digest,
    annotations,
    createdAt: await manifestCreatedAt(source, manifest),
  };
}
