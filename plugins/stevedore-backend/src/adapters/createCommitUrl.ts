import { ScmIntegrations } from '@backstage/integration';

const BEFORE_COMMIT: Record<string, string> = {
  github: 'commit',
  gitlab: '-/commit',
};

/** Addresses of commits on hosts that Backstage's `integrations` know to be GitHub or GitLab. */
export function createCommitUrl(
  integrations: Pick<ScmIntegrations, 'byUrl'>,
): (repoURL: string, commit: string) => string | undefined {
  return (repoURL, commit) => {
    const url = webUrl(repoURL);
    if (!url) return undefined;
    const path = BEFORE_COMMIT[integrations.byUrl(url)?.type ?? ''];
    return path && `${url}/${path}/${commit}`;
  };
}

function webUrl(repoURL: string): string | undefined {
  if (!URL.canParse(repoURL)) return undefined;
  const { protocol, host, pathname } = new URL(repoURL);
  if (protocol !== 'https:' && protocol !== 'http:') return undefined;
  return `${protocol}//${host}${pathname.replace(/(\.git)?\/*$/, '')}`;
}
