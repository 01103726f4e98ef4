/**
 * A reader of OCI registries. It is our own because the npm registry has no client that is both maintained and does
 * what a watcher needs: token logins, pagination, `Retry-After`, conditional requests and a budget for each host.
 */
import { OciRegistry } from '../../ports/registry';
import { fetchManifest, resolveDigest, Source } from './content';
import { describeContent, ImageFacts } from './describeImage';
import { listTags, TagPage } from './listTags';
import { LruCache, shared } from '../LruCache';
import { OciRegistryOptions } from './options';
import { RegistryClient } from './RegistryClient';
import { repositoryAddress } from './repositoryAddress';

const DEFAULT_ENTRIES = 100_000;
/** Pages are large and few. */
const PAGES = 1_000;

/** @param options - `credentials` is asked for each host; everything else has a default. */
export function createOciRegistry(options: OciRegistryOptions): OciRegistry {
  const client = new RegistryClient(options);
  const pages = new LruCache<TagPage>(PAGES);
  const facts = new LruCache<Promise<ImageFacts | undefined>>(
    options.cacheEntries ?? DEFAULT_ENTRIES,
  );

  const sourceOf = (
    repoURL: string,
    insecureSkipTLSVerify: boolean,
  ): Source => ({
    client,
    place: repositoryAddress(repoURL, client.insecure),
    insecureSkipTLSVerify,
  });

  async function factsOf(
    source: Source,
    reference: string,
    platform?: string,
  ): Promise<ImageFacts | undefined> {
    const resolved = await resolveDigest(source, reference);
    if (!resolved) return undefined;
    const load = async (wanted: string) => {
      const content = await fetchManifest(source, wanted);
      return content && describeContent(source, content, platform);
    };
    const { host, repository } = source.place;
    const keyOf = (digest: string) =>
      `${host}/${repository}@${digest} ${platform ?? ''}`;
    if (resolved.digest === '') {
      const loaded = await load(reference);
      if (loaded) facts.set(keyOf(loaded.digest), Promise.resolve(loaded));
      return loaded;
    }
    const key = keyOf(resolved.digest);
    const found = await shared(facts, key, () => load(resolved.digest));
    // what is missing now may be pushed later
    if (!found) facts.delete(key);
    return found;
  }

  return {
    async listTags(repoURL, { insecureSkipTLSVerify }) {
      const { place } = sourceOf(repoURL, insecureSkipTLSVerify);
      return listTags({ client, pages, place, insecureSkipTLSVerify });
    },
    async describe(repoURL, reference, { insecureSkipTLSVerify, platform }) {
      const found = await factsOf(
        sourceOf(repoURL, insecureSkipTLSVerify),
        reference,
        platform,
      );
      return found && { ...found, tag: reference };
    },
  };
}
