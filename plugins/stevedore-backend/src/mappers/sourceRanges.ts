import { FreightChange } from '@stevedore/plugin-stevedore-common';
import { Artifacts } from '@stevedore/promotion-engine';
import { CommitUrl, CompareUrl } from './links';
import { publicUrl } from './publicUrl';

export type SourceRange = NonNullable<FreightChange['sources']>[number];

export interface RepositoryUrls {
  commitUrl?: CommitUrl;
  compareUrl?: CompareUrl;
}

/** Where an image was made from (OCI image-spec, annotations.md). */
const SOURCE = 'org.opencontainers.image.source';
const REVISION = 'org.opencontainers.image.revision';
const COMMIT = /^[0-9a-f]{7,64}$/;

/**
 * The commits that come with freight, or go with it again, as the range between the two in each repository: what the
 * freight itself holds, and what its images say of themselves.
 */
export function sourceRanges(
  { newer, older }: { newer: Artifacts; older?: Artifacts },
  urls: RepositoryUrls,
): SourceRange[] {
  const before = new Map(older && commitsOf(older));
  const ranges = commitsOf(newer).flatMap(([key, commit]) => {
    const from = before.get(key);
    const same = from?.commit === commit.commit;
    // another repository has no history in common
    const known = from?.repoURL === commit.repoURL ? from : undefined;
    return same ? [] : rangeOf(commit, known?.commit, urls);
  });
  const seen = new Set<string>();
  return ranges.filter(range => {
    const key = JSON.stringify(range);
    return !seen.has(key) && seen.add(key);
  });
}

interface Commit {
  repoURL: string;
  commit: string;
}

/** By artifact, so that the same one of other freight is found. */
function commitsOf({ commits, images }: Artifacts): [string, Commit][] {
  return [
    ...commits.map(({ repoURL, id }): [string, Commit] => [
      `commit ${repoURL}`,
      { repoURL, commit: id },
    ]),
    ...images.flatMap(({ repoURL, annotations = {} }): [string, Commit][] => {
      const { [SOURCE]: source, [REVISION]: revision = '' } = annotations;
      if (!source || !COMMIT.test(revision)) return [];
      return [[`image ${repoURL}`, { repoURL: source, commit: revision }]];
    }),
  ];
}

function rangeOf(
  { repoURL, commit }: Commit,
  older: string | undefined,
  { commitUrl, compareUrl }: RepositoryUrls,
): SourceRange {
  const url = older
    ? compareUrl?.(repoURL, { older, newer: commit })
    : commitUrl?.(repoURL, commit);
  return { repoURL: publicUrl(repoURL), newer: commit, older, url };
}
