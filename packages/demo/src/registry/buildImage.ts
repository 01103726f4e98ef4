import { buildLayer } from './buildLayer';
import { digestOf } from './digest';
import { Descriptor, mediaTypes } from './mediaTypes';

/** What a CI would have built. */
export interface ImageOptions {
  /** Without the host: `acme/web`. */
  readonly repository: string;
  readonly tag: string;
  /** Labels of the image's config. */
  readonly labels?: Readonly<Record<string, string>>;
  /** RFC 3339; also the annotation `org.opencontainers.image.created`. */
  readonly created?: string;
  /** `os/architecture[/variant]`; more than one makes an index. */
  readonly platforms?: readonly string[];
  /** Annotations of the manifest (of the index, where there is one). */
  readonly annotations?: Readonly<Record<string, string>>;
}

export interface BuiltManifest {
  readonly mediaType: string;
  readonly content: Buffer;
  readonly digest: string;
}

export interface BuiltImage {
  readonly blobs: readonly Buffer[];
  /** The manifests of the platforms, where there is an index. */
  readonly children: readonly BuiltManifest[];
  /** What the tag points at. */
  readonly top: BuiltManifest;
}

/** Builds a valid image of one small layer; the same options, the same bytes. */
export function buildImage(options: ImageOptions): BuiltImage {
  const platforms = options.platforms ?? ['linux/amd64'];
  const created = options.created ?? new Date().toISOString();
  const annotations = {
    'org.opencontainers.image.created': created,
    'org.opencontainers.image.version': options.tag,
    ...options.annotations,
  };
  const layer = buildLayer('version', `${options.tag}\n`);
  const images = platforms.map(platform => {
    const config = buildConfig({ platform, created, options, tar: layer.tar });
    const manifest = buildManifest(mediaTypes.manifest, {
      config: describe(mediaTypes.config, config),
      layers: [describe(mediaTypes.layer, layer.gzipped)],
      annotations,
    });
    return { platform, config, manifest };
  });
  const blobs = [layer.gzipped, ...images.map(image => image.config)];
  if (!options.platforms) {
    return { blobs, children: [], top: images[0].manifest };
  }
  const top = buildManifest(mediaTypes.index, {
    manifests: images.map(({ platform, manifest }) => ({
      ...describe(manifest.mediaType, manifest.content),
      platform: parsePlatform(platform),
    })),
    annotations,
  });
  return { blobs, children: images.map(image => image.manifest), top };
}

function buildConfig(image: {
  platform: string;
  created: string;
  options: ImageOptions;
  tar: Buffer;
}): Buffer {
  return Buffer.from(
    JSON.stringify({
      created: image.created,
      ...parsePlatform(image.platform),
      config: { Labels: image.options.labels ?? {} },
      rootfs: { type: 'layers', diff_ids: [digestOf(image.tar)] },
      history: [{ created: image.created, created_by: 'stevedore demo' }],
    }),
  );
}

function buildManifest(mediaType: string, body: object): BuiltManifest {
  const content = Buffer.from(
    JSON.stringify({ schemaVersion: 2, mediaType, ...body }),
  );
  return { mediaType, content, digest: digestOf(content) };
}

function describe(mediaType: string, content: Buffer): Descriptor {
  return { mediaType, digest: digestOf(content), size: content.length };
}

function parsePlatform(platform: string) {
  const [os, architecture, variant] = platform.split('/');
  return { os, architecture, ...(variant && { variant }) };
}
