import { ImageSubscription } from '../../../model/definition';
import { ImageMetadata, OciRegistry } from '../../../ports/registry';
import {
  compareAge,
  createTagSelector,
  TagSelector,
} from './createTagSelector';

/** Requests in flight at a time; the registry's own budget is the adapter's business. */
const CONCURRENCY = 8;

interface Walk {
  subscription: ImageSubscription;
  registry: OciRegistry;
  selector: TagSelector;
}

async function describeAll(
  tags: string[],
  { subscription, registry, selector }: Walk,
): Promise<ImageMetadata[]> {
  const { repoURL, insecureSkipTLSVerify } = subscription;
  const images = await Promise.all(
    tags.map(tag => registry.describe(repoURL, tag, { insecureSkipTLSVerify })),
  );
  // a tag can go between the list and the look
  return images.filter(image => image !== undefined).filter(selector.accepts);
}

/** Walks down the candidates until enough are accepted. */
async function take(
  candidates: string[],
  limit: number,
  walk: Walk,
): Promise<ImageMetadata[]> {
  const found: ImageMetadata[] = [];
  let at = 0;
  while (at < candidates.length && found.length < limit) {
    const size = Math.min(CONCURRENCY, limit - found.length);
    found.push(...(await describeAll(candidates.slice(at, at + size), walk)));
    at += size;
  }
  return found;
}

/**
 * What a subscription finds now, best first, at most `discoveryLimit`. SemVer and Lexical describe only as many tags
 * as that needs; NewestBuild has to describe every matching one; Digest looks at its tag and lists nothing.
 * @throws Error when the subscription cannot be read, RegistryError when the registry does not answer.
 */
export async function discoverImages(
  subscription: ImageSubscription,
  registry: OciRegistry,
): Promise<ImageMetadata[]> {
  const selector = createTagSelector(subscription);
  const walk = { subscription, registry, selector };
  if (selector.onlyTag !== undefined) {
    return selector.onlyTag === '' ? [] : describeAll([selector.onlyTag], walk);
  }
  const { repoURL, insecureSkipTLSVerify } = subscription;
  const candidates = selector.candidates(
    await registry.listTags(repoURL, { insecureSkipTLSVerify }),
  );
  if (!selector.byAge) return take(candidates, selector.limit, walk);
  const all = await take(candidates, candidates.length, walk);
  return all.sort(compareAge).slice(0, selector.limit);
}
