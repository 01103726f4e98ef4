import { DiscoveredImage } from '../../../model/discovery';
import { ImageSubscription } from '../../../model/definition';
import { SourceContext } from '../../../registry/source';
import { fingerprint } from '../_shared/fingerprint';
import {
  compareAge,
  createTagSelector,
  TagSelector,
} from './createTagSelector';
import { pollsOf } from './pollsOf';

/** Requests in flight at a time; the registry's own budget is the adapter's business. */
const CONCURRENCY = 8;

interface Walk {
  subscription: ImageSubscription;
  context: SourceContext;
  selector: TagSelector;
  /** Differs when the list of tags does. */
  listed?: string;
}

/** @returns undefined for a tag that has gone since it was listed */
async function describe(
  tag: string,
  walk: Walk,
  first = false,
): Promise<DiscoveredImage | undefined> {
  const { subscription, context } = walk;
  const { repoURL, insecureSkipTLSVerify, platform } = subscription;
  const options = { insecureSkipTLSVerify, platform };
  const { oci, sightings } = context;
  const digest = await sightings.look(
    `tag ${repoURL}:${tag}`,
    async () => (await oci.describe(repoURL, tag, options))?.digest,
    {
      polls: pollsOf(subscription, { tag, first }),
      // the tag may have been deleted and pushed anew
      basis: first ? walk.listed : undefined,
    },
  );
  // a digest is described from memory
  const facts = digest && (await oci.describe(repoURL, digest, options));
  return facts ? { ...facts, tag } : undefined;
}

async function describeAll(
  tags: string[],
  walk: Walk,
  first = false,
): Promise<DiscoveredImage[]> {
  const images = await Promise.all(
    tags.map((tag, index) => describe(tag, walk, first && index === 0)),
  );
  return images
    .filter(image => image !== undefined)
    .filter(walk.selector.accepts);
}

/** Walks down the candidates until enough are accepted. */
async function take(
  candidates: string[],
  limit: number,
  walk: Walk,
): Promise<DiscoveredImage[]> {
  const found: DiscoveredImage[] = [];
  let at = 0;
  while (at < candidates.length && found.length < limit) {
    const size = Math.min(CONCURRENCY, limit - found.length);
    const batch = candidates.slice(at, at + size);
    const first = !walk.selector.byAge && found.length === 0;
    found.push(...(await describeAll(batch, walk, first)));
    at += size;
  }
  return found;
}

/** Describes every candidate: their order is not known before. */
async function takeNewest(
  candidates: string[],
  walk: Walk,
): Promise<DiscoveredImage[]> {
  const all = await take(candidates, candidates.length, walk);
  const { limit } = walk.selector;
  const [newest, ...others] = all.sort(compareAge).slice(0, limit || undefined);
  if (!newest) return [];
  // it may have moved, so it is looked at again now and then
  const again = await describeAll([newest.tag], walk, true);
  return [...again, ...others].sort(compareAge);
}

/**
 * What a subscription finds now, best first, at most `discoveryLimit`. SemVer and Lexical describe only as many tags
 * as that needs; NewestBuild has to describe every matching one; Digest looks at its tag and lists nothing.
 * @throws Error when the subscription cannot be read, RegistryError when the registry does not answer.
 */
export async function discoverImages(
  subscription: ImageSubscription,
  context: SourceContext,
): Promise<DiscoveredImage[]> {
  const selector = createTagSelector(subscription);
  const walk = { subscription, context, selector };
  if (selector.onlyTag !== undefined) {
    return selector.onlyTag === ''
      ? []
      : describeAll([selector.onlyTag], walk, true);
  }
  const { repoURL, insecureSkipTLSVerify } = subscription;
  const { tags, print } = await context.sightings.look(
    `list ${repoURL}`,
    async () => {
      const all = await context.oci.listTags(repoURL, {
        insecureSkipTLSVerify,
      });
      return { tags: all, print: fingerprint(all) };
    },
  );
  const candidates = selector.candidates(tags);
  const listed = { ...walk, listed: print };
  return selector.byAge
    ? takeNewest(candidates, listed)
    : take(candidates, selector.limit, listed);
}
