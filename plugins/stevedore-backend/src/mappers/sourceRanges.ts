import { FreightChange } from '@stevedore/plugin-stevedore-common';
import {
  Artifacts,
  sourceRanges as rangesBetween,
} from '@stevedore/promotion-engine';
import { CommitUrl, CompareUrl } from './links';
import { publicUrl } from './publicUrl';

export type SourceRange = NonNullable<FreightChange['sources']>[number];

export interface RepositoryUrls {
  commitUrl?: CommitUrl;
  compareUrl?: CompareUrl;
}

/**
 * The commits that come with freight, or go with it again, as the range between the two in each repository: what the
 * freight itself holds, and what its images say of themselves.
 */
export function sourceRanges(
  { newer, older }: { newer: Artifacts; older?: Artifacts },
  urls: RepositoryUrls,
): SourceRange[] {
  const ranges = rangesBetween(newer, older).flatMap(range =>
    'why' in range ? [] : [rangeOf(range, urls)],
  );
  const seen = new Set<string>();
  return ranges.filter(range => {
    const key = JSON.stringify(range);
    return !seen.has(key) && seen.add(key);
  });
}

/** With where people see it. */
export function rangeOf(
  { repoURL, newer, older }: Pick<SourceRange, 'repoURL' | 'newer' | 'older'>,
  { commitUrl, compareUrl }: RepositoryUrls,
): SourceRange {
  const url = older
    ? compareUrl?.(repoURL, { older, newer })
    : commitUrl?.(repoURL, newer);
  return { repoURL: publicUrl(repoURL), newer, older, url };
}
