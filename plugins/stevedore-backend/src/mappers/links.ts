import { PromotionLink } from '@stevedore/plugin-stevedore-common';
import { StepRow } from '@stevedore/promotion-engine';

/** Where people see a commit; undefined when the host of the repository is not known. */
export type CommitUrl = (repoURL: string, commit: string) => string | undefined;

/** Where people see what lies between two commits. */
export type CompareUrl = (
  repoURL: string,
  range: { older: string; newer: string },
) => string | undefined;

/** To what the step made in the world. Only addresses that are known, never guessed ones. */
export function linksOf(
  { intent, output }: Pick<StepRow, 'intent' | 'output'>,
  commitUrl: CommitUrl,
): PromotionLink[] {
  const { repoURL } = intent ?? {};
  const { commit, pr } = output ?? {};
  const links = [...pullRequest(pr)];
  if (typeof repoURL !== 'string' || typeof commit !== 'string') return links;
  const url = commitUrl(repoURL, commit);
  return url
    ? [{ title: `Commit ${commit.slice(0, 7)}`, url }, ...links]
    : links;
}

/** Kargo: the output `pr` of the steps that open a pull request and wait for it. */
function pullRequest(pr: unknown): PromotionLink[] {
  const { id, url } = (pr ?? {}) as { id?: unknown; url?: unknown };
  return typeof url === 'string' && /^https?:\/\//.test(url)
    ? [{ title: `Pull request ${id ?? ''}`.trim(), url }]
    : [];
}
