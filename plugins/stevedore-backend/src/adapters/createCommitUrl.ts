import { ScmIntegrations } from '@backstage/integration';

const PATHS: Record<string, { commit: string; compare: string } | undefined> = {
  github: { commit: 'commit', compare: 'compare' },
  gitlab: { commit: '-/commit', compare: '-/compare' },
};

/** Addresses of commits on hosts that Backstage's `integrations` know to be GitHub or GitLab. */
export function createCommitUrl(
  integrations: Pick<ScmIntegrations, 'byUrl'>,
): (repoURL: string, commit: string) => string | undefined {
  return (repoURL, commit) => {
    const url = webUrl(repoURL);
    if (!url) return undefined;
    const paths = PATHS[integrations.byUrl(url)?.type ?? ''];
    return paths && `${url}/${paths.commit}/${commit}`;
  };
}

/** Addresses of what lies between two commits, on the same hosts. */
export function createCompareUrl(
  integrations: Pick<ScmIntegrations, 'byUrl'>,
): (
  repoURL: string,
  range: { older: string; newer: string },
) => string | undefined {
  return (repoURL, { older, newer }) => {
    const url = webUrl(repoURL);
    if (!url) return undefined;
    const paths = PATHS[integrations.byUrl(url)?.type ?? ''];
    return paths && `${url}/${paths.compare}/${older}...${newer}`;
  };
}

function webUrl(repoURL: string): string | undefined {
  if (!URL.canParse(repoURL)) return undefined;
  const { protocol, host, pathname } = new URL(repoURL);
  if (protocol !== 'https:' && protocol !== 'http:') return undefined;
  return `${protocol}//${host}${pathname.replace(/(\.git)?\/*$/, '')}`;
}
