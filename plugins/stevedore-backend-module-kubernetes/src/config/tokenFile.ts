import type { KubeConfig, User } from '@kubernetes/client-node';
import { readFile } from 'node:fs/promises';

const NAME = 'stevedore-token-file';

/** A token that is read anew for each request: whoever rotates it may end the old one at once. */
export const tokenOfFile = (path: string): Pick<User, 'authProvider'> => ({
  authProvider: { name: NAME, config: { path } },
});

/** Teaches a configuration to sign in by `tokenOfFile`. */
export function readTokenFiles(kubeConfig: KubeConfig): KubeConfig {
  kubeConfig.addAuthenticator({
    isAuthProvider: ({ authProvider }) => authProvider?.name === NAME,
    applyAuthentication: async ({ authProvider }, options) => {
      const token = await readFile(authProvider.config.path, 'utf8');
      // a file with a token ends with a newline more often than not
      options.headers = {
        ...options.headers,
        Authorization: `Bearer ${token.trim()}`,
      };
    },
  });
  return kubeConfig;
}
