import { brokenAnswer, explainFailure, explainStatus } from './explain';
import { LruCache } from '../LruCache';
import { parseJson, readBody } from './readBody';
import { RegistryClient } from './RegistryClient';
import { RepositoryAddress } from './repositoryAddress';

/** A page as the registry gave it, kept for as long as it says that nothing changed. */
export interface TagPage {
  etag: string;
  tags: string[];
  next?: string;
}

export interface TagListing {
  client: RegistryClient;
  pages: LruCache<TagPage>;
  place: RepositoryAddress;
  insecureSkipTLSVerify: boolean;
}

const PAGE_SIZE = 1000;
const MAX_PAGES = 1000;
const MAX_BYTES = 32 * 1024 * 1024;

/** The next page (OCI distribution-spec, "Listing tags"; RFC 8288), only ever at the same registry. */
function nextPath(
  header: string | null,
  current: string,
  place: RepositoryAddress,
): string | undefined {
  const target = (header ?? '').match(
    /<([^>]*)>\s*;[^,]*\brel\s*=\s*"?next"?/i,
  )?.[1];
  if (!target) return undefined;
  const url = URL.canParse(target, `${place.origin}${current}`)
    ? new URL(target, `${place.origin}${current}`)
    : undefined;
  // behind a proxy registries name themselves wrongly, but what follows the host is right
  return url ? `${url.pathname}${url.search}` : undefined;
}

async function fetchPage(
  path: string,
  listing: TagListing,
): Promise<Omit<TagPage, 'etag'>> {
  const { client, pages, place, insecureSkipTLSVerify } = listing;
  const key = `${place.origin}${path}`;
  const known = pages.get(key);
  const headers = {
    accept: 'application/json',
    ...(known && { 'if-none-match': known.etag }),
  };
  const response = await client.send(place, {
    method: 'GET',
    path,
    headers,
    insecureSkipTLSVerify,
  });
  if (response.status === 304 && known) return known;
  if (!response.ok) {
    await response.body?.cancel();
    throw explainStatus(response.status, place);
  }
  const body = await readBody(response, place, MAX_BYTES).catch(error => {
    throw explainFailure(error, place);
  });
  const { tags } = parseJson(body, place);
  const texts = Array.isArray(tags)
    ? tags.filter(tag => typeof tag === 'string')
    : [];
  const page = {
    tags: texts,
    next: nextPath(response.headers.get('link'), path, place),
  };
  const etag = response.headers.get('etag');
  if (etag) pages.set(key, { ...page, etag });
  return page;
}

/** Every tag of a repository. */
export async function listTags(listing: TagListing): Promise<string[]> {
  const { place } = listing;
  const tags: string[] = [];
  const seen = new Set<string>();
  let path:
    | string
    | undefined = `/v2/${place.repository}/tags/list?n=${PAGE_SIZE}`;
  while (path) {
    if (seen.has(path) || seen.size >= MAX_PAGES)
      throw brokenAnswer(place, 'its pages of tags do not end');
    seen.add(path);
    const page: Omit<TagPage, 'etag'> = await fetchPage(path, listing);
    // one by one: a spread of a very long page would overflow the stack
    for (const tag of page.tags) tags.push(tag);
    path = page.next;
  }
  return tags;
}
