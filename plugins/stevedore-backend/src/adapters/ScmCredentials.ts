import { Config } from '@backstage/config';
import {
  DefaultGithubCredentialsProvider,
  DefaultGitlabCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import { Masker } from '@stevedore/promotion-engine';

export type ScmCredential =
  | { username: string; password: string }
  | { headers: Record<string, string> };

/**
 * Credentials for Git over HTTPS from Backstage's `integrations`. Asked for each contact, because the tokens of
 * apps expire; every secret is told to the masker before it is used.
 */
export function createScmCredentials(
  config: Config,
  masker: Masker,
): (repoURL: string) => Promise<ScmCredential | undefined> {
  const integrations = ScmIntegrations.fromConfig(config);
  const github =
    DefaultGithubCredentialsProvider.fromIntegrations(integrations);
  const gitlab =
    DefaultGitlabCredentialsProvider.fromIntegrations(integrations);
  const remember = (username: string, password: string): ScmCredential => {
    masker.add(password);
    masker.add(`${username}:${password}`);
    return { username, password };
  };
  return async repoURL => {
    const integration = integrations.byUrl(repoURL);
    if (integration?.type === 'github') {
      const { token } = await github.getCredentials({ url: repoURL });
      return token ? remember('x-access-token', token) : undefined;
    }
    if (integration?.type === 'gitlab') {
      const { token } = await gitlab.getCredentials({ url: repoURL });
      return token ? remember('oauth2', token) : undefined;
    }
    const { username, password } = basicOf(integrations, repoURL);
    return password ? remember(username ?? 'git', password) : undefined;
  };
}

/** Hosts that know no apps: user and password stand in the integration itself. */
function basicOf(
  integrations: ScmIntegrations,
  repoURL: string,
): { username?: string; password?: string } {
  const { config } = integrations.gitea.byUrl(repoURL) ??
    integrations.gerrit.byUrl(repoURL) ??
    integrations.bitbucketServer.byUrl(repoURL) ?? { config: {} };
  const { username, password, token } = config as {
    username?: string;
    password?: string;
    token?: string;
  };
  return { username, password: password ?? token };
}
