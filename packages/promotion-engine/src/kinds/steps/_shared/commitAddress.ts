import { plainAddress } from '../../../model/unverified';

export type GitProvider = 'azure' | 'bitbucket' | 'gitea' | 'github' | 'gitlab';

const COMMITS: Record<GitProvider, string> = {
  azure: 'commit',
  bitbucket: 'commits',
  gitea: 'commit',
  github: 'commit',
  gitlab: '-/commit',
};

/** Who hosts a repository, by its host name (Kargo: provider detection); undefined: nobody knows. */
export function providerOf(repoURL: string): GitProvider | undefined {
  if (!URL.canParse(repoURL)) return undefined;
  const host = new URL(repoURL).hostname;
  if (host.includes('github') || host.endsWith('.ghe.com')) return 'github';
  if (host.includes('gitlab')) return 'gitlab';
  if (host.includes('gitea')) return 'gitea';
  if (host === 'bitbucket.org') return 'bitbucket';
  if (host === 'dev.azure.com' || host.endsWith('.visualstudio.com'))
    return 'azure';
  return undefined;
}

/** The page of a commit, where it is known who hosts the repository. Holds no credentials. */
export function commitAddress(
  remote: string,
  commit: string,
  provider = providerOf(remote),
): string | undefined {
  const repoURL = plainAddress(remote);
  if (!provider || !/^https?:/.test(repoURL) || !URL.canParse(repoURL))
    return undefined;
  const { origin, pathname } = new URL(repoURL);
  const path = pathname.replace(/\/$/, '').replace(/\.git$/, '');
  return `${origin}${path}/${COMMITS[provider]}/${commit}`;
}
