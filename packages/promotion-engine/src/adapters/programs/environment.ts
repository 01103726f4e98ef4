import { mkdir, writeFile } from 'fs/promises';
import { join } from 'path';
import { stringify } from 'yaml';

/** Where proxies and certificates are; nothing else of this process is handed on. */
const NETWORK = [
  'http_proxy',
  'https_proxy',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'no_proxy',
  'NO_PROXY',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
];

/** Nobody listens there: what goes through it goes nowhere. */
const NOWHERE = 'http://127.0.0.1:9';

/**
 * The whole environment of a program: a home of its own that is empty, so no configuration, no credentials and no
 * plugins. Without a network HTTP goes nowhere and Git has no transport.
 */
export function programEnvironment({
  path,
  home,
  network,
}: {
  path: string;
  home: string;
  network: boolean;
}): Record<string, string> {
  const environment: Record<string, string> = {
    PATH: path,
    HOME: home,
    TMPDIR: home,
    XDG_CACHE_HOME: join(home, 'cache'),
    XDG_CONFIG_HOME: join(home, 'config'),
    XDG_DATA_HOME: join(home, 'data'),
    HELM_CACHE_HOME: join(home, 'helm/cache'),
    HELM_CONFIG_HOME: join(home, 'helm/config'),
    HELM_DATA_HOME: join(home, 'helm/data'),
    HELM_PLUGINS: join(home, 'helm/plugins'),
    KUBECONFIG: join(home, 'kubeconfig'),
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_TERMINAL_PROMPT: '0',
    GIT_ALLOW_PROTOCOL: 'none',
  };
  if (!network)
    return {
      ...environment,
      HTTP_PROXY: NOWHERE,
      HTTPS_PROXY: NOWHERE,
      http_proxy: NOWHERE,
      https_proxy: NOWHERE,
    };
  for (const name of NETWORK) {
    const value = process.env[name];
    if (value !== undefined) environment[name] = value;
  }
  return environment;
}

/** What `helm repo add` would leave in the home of one run. */
export async function introduceRepositories(
  home: string,
  urls: string[] = [],
): Promise<void> {
  if (urls.length === 0) return;
  const config = join(home, 'helm/config');
  const repositories = urls.map((url, index) => ({ name: `r${index}`, url }));
  await mkdir(config, { recursive: true });
  await writeFile(
    join(config, 'repositories.yaml'),
    stringify({ apiVersion: '', repositories }),
  );
}
