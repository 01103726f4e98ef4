import { createHash } from 'node:crypto';
import { createServer, IncomingMessage, ServerResponse } from 'node:http';
import { AddressInfo } from 'node:net';

/** An image as the server shows it. */
export interface PublishedImage {
  /** RFC 3339. */
  created: string;
  annotations?: Record<string, string>;
}

/** A registry and a chart repository in one, which count what they are asked. */
export interface ArtifactServer {
  /** `host:port`, also the host of image repositories. */
  host: string;
  /** Of the chart repository. */
  chartsUrl: string;
  /** Repository to tag to image. */
  images: Map<string, Map<string, PublishedImage>>;
  /** Chart to versions. */
  charts: Map<string, string[]>;
  /** `GET /v2/app/tags/list 200`, in order. */
  requests: string[];
  /** While it is set, everything is answered with this status. */
  failing?: number;
  /** What a 429 asks for; by default 1. */
  retryAfterSeconds?: number;
  close(): Promise<void>;
}

const MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
const sha256 = (text: string) =>
  `sha256:${createHash('sha256').update(text).digest('hex')}`;

interface Answer {
  status: number;
  type?: string;
  digest?: string;
  body?: string;
}

interface Manifest {
  body: string;
  digest: string;
}

/** Made once for each image that was published. */
const manifests = new WeakMap<PublishedImage, Manifest>();

function manifestOf(name: string, image: PublishedImage): Manifest {
  const known = manifests.get(image);
  if (known) return known;
  const { created, annotations } = image;
  const body = JSON.stringify({
    schemaVersion: 2,
    mediaType: MANIFEST,
    annotations: {
      ...annotations,
      'org.opencontainers.image.created': created,
      'example.com/name': name,
    },
    config: { mediaType: 'application/vnd.oci.empty.v1+json' },
    layers: [],
  });
  const made = { body, digest: sha256(body) };
  manifests.set(image, made);
  return made;
}

/** Starts it on a free port of this machine. */
export async function startArtifactServer(): Promise<ArtifactServer> {
  const server = createServer((request, response) =>
    reply(artifacts, request, response),
  );
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const artifacts: ArtifactServer = {
    host,
    chartsUrl: `http://${host}/charts`,
    images: new Map(),
    charts: new Map(),
    requests: [],
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return artifacts;
}

function reply(
  artifacts: ArtifactServer,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const path = (request.url ?? '/').split('?')[0];
  const {
    status,
    type,
    digest,
    body = '',
  } = artifacts.failing
    ? { status: artifacts.failing }
    : answer(artifacts, path);
  const etag = `"${sha256(body)}"`;
  const known = status === 200 && request.headers['if-none-match'] === etag;
  artifacts.requests.push(`${request.method} ${path} ${known ? 304 : status}`);
  response.writeHead(known ? 304 : status, {
    ...(status === 200 && { etag }),
    ...(type && { 'content-type': type }),
    ...(digest && { 'docker-content-digest': digest }),
    ...(status === 429 && {
      'retry-after': `${artifacts.retryAfterSeconds ?? 1}`,
    }),
  });
  response.end(known || request.method === 'HEAD' ? undefined : body);
}

function answer(artifacts: ArtifactServer, path: string): Answer {
  if (path === '/charts/index.yaml') {
    const entries = [...artifacts.charts].map(
      ([name, versions]) =>
        `  ${name}:\n${versions
          .map(each => `  - version: ${each}\n`)
          .join('')}`,
    );
    return {
      status: 200,
      type: 'text/yaml',
      body: `entries:\n${entries.join('')}`,
    };
  }
  const [, repository, kind, reference] =
    /^\/v2\/(.+)\/(tags|manifests)\/([^/]+)$/.exec(path) ?? [];
  const images = artifacts.images.get(repository ?? '');
  if (!images) return { status: 404 };
  if (kind === 'tags') {
    const body = JSON.stringify({ name: repository, tags: [...images.keys()] });
    return { status: 200, type: 'application/json', body };
  }
  for (const [tag, image] of images) {
    if (reference !== tag && !reference.startsWith('sha256:')) continue;
    const manifest = manifestOf(`${repository}:${tag}`, image);
    if (reference === tag || reference === manifest.digest)
      return { status: 200, type: MANIFEST, ...manifest };
  }
  return { status: 404 };
}
