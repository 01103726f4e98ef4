import {
  LoopbackServer,
  LoopbackServerOptions,
  startLoopbackServer,
} from '../http/startLoopbackServer';
import { createAuthenticator } from './auth/createAuthenticator';
import { RegistryAuth } from './auth/types';
import { buildImage, ImageOptions } from './buildImage';
import { ContentStore, openContentStore, putManifest } from './ContentStore';
import { createRegistryHandler } from './createRegistryHandler';
import { NotificationEndpoint, Notifier } from './Notifier';
import { Uploads } from './Uploads';

export interface RegistryOptions extends LoopbackServerOptions {
  /** Keeps everything below this directory; default: in memory. */
  readonly directory?: string;
  /** Default: anyone may pull and push. */
  readonly auth?: RegistryAuth;
  /** The most tags in one page of the tags list. Default 1000. */
  readonly pageSize?: number;
  /** Who is told of tags that are pushed. */
  readonly notify?: readonly NotificationEndpoint[];
}

export interface PublishedImage {
  readonly digest: string;
  readonly mediaType: string;
  /** `host:port/repository:tag`. */
  readonly reference: string;
}

/** A registry that speaks the OCI Distribution API on loopback. */
export interface Registry extends LoopbackServer {
  /** Puts an image into the registry without a request. */
  publish(image: ImageOptions): Promise<PublishedImage>;
  /** Empty for a repository that is not there. */
  tags(repository: string): string[];
  /** Takes a tag away. */
  unpublish(repository: string, tag: string): Promise<void>;
}

export async function startRegistry(
  options: RegistryOptions = {},
): Promise<Registry> {
  const store = await openContentStore(options.directory);
  const notifier = new Notifier(options.notify ?? []);
  const context = {
    store,
    notifier,
    uploads: new Uploads(),
    pageSize: options.pageSize ?? 1000,
  };
  const authenticator = createAuthenticator(options.auth ?? { type: 'none' });
  const server = await startLoopbackServer(
    createRegistryHandler(context, authenticator),
    options,
  );
  return {
    ...server,
    stop: async () => {
      await server.stop();
      await notifier.settle();
    },
    publish: image => publishImage(store, server.host, image),
    tags: repository => store.index.tags(repository),
    unpublish: (repository, tag) => store.index.remove(repository, tag),
  };
}

async function publishImage(
  store: ContentStore,
  host: string,
  options: ImageOptions,
): Promise<PublishedImage> {
  const { repository, tag } = options;
  const image = buildImage(options);
  for (const blob of image.blobs) await store.blobs.put(blob);
  for (const child of image.children) {
    await putManifest(store, { ...child, repository });
  }
  await putManifest(store, { ...image.top, repository, tag });
  const { digest, mediaType } = image.top;
  return { digest, mediaType, reference: `${host}/${repository}:${tag}` };
}
