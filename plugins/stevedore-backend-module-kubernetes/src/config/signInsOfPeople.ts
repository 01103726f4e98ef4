import { Config } from '@backstage/config';

/** Ways to sign in of Backstage's Kubernetes plugin that take the token of a person who is looking. */
const OF_PEOPLE = ['aks', 'google', 'microsoft', 'oidc'];
const PROVIDER = 'kubernetes.io/auth-provider';

/**
 * Clusters of Backstage's Kubernetes plugin that cannot be seen from here, as far as its configuration tells; each a
 * sentence with what to do. Those that a catalog or Google names are known only to the plugin.
 */
export function signInsOfPeople(root: Config): string[] {
  const config = root.getOptionalConfig('stevedore.kubernetes');
  if (!config?.getOptionalBoolean('useBackstageClusters')) return [];
  const own = (config.getOptionalConfigArray('clusters') ?? []).map(cluster =>
    cluster.getString('name'),
  );
  const methods =
    root.getOptionalConfigArray('kubernetes.clusterLocatorMethods') ?? [];
  return methods.flatMap((method, index) => {
    const place = `kubernetes.clusterLocatorMethods[${index}]`;
    const type = method.getString('type');
    if (type === 'gke') return ofGke(method, place);
    return type === 'config' ? ofConfigured(method, place, own) : [];
  });
}

const cannot = (what: string, provider: string) =>
  `${what} cannot be seen: authProvider ${provider} signs in as the person who looks, and promotions go on when nobody does`;

function ofGke(method: Config, place: string): string[] {
  const provider = method.getOptionalString('authProvider') ?? 'google';
  const sentences =
    provider === 'googleServiceAccount'
      ? []
      : [
          `${cannot(
            `what ${place} (gke) finds`,
            provider,
          )}. Set authProvider: googleServiceAccount there, and give the backend an account of Google's (kubernetes.googleServiceAccountCredentials, or the credentials of its machine).`,
        ];
  const dns = method.getOptionalString('endpointType') === 'dns';
  if (!dns && !method.getOptionalBoolean('skipTLSVerify'))
    sentences.push(
      `what ${place} (gke) finds cannot be seen: that locator does not hand on the authority of a cluster's certificate. Set endpointType: dns there.`,
    );
  return sentences;
}

function ofConfigured(method: Config, place: string, own: string[]): string[] {
  return method.getConfigArray('clusters').flatMap(cluster => {
    const name = cluster.getString('name');
    const metadata =
      cluster.getOptional<Record<string, string>>('authMetadata');
    const provider =
      metadata?.[PROVIDER] ?? cluster.getOptionalString('authProvider') ?? '';
    const token = cluster.has('serviceAccountToken');
    if (token || own.includes(name) || !OF_PEOPLE.includes(provider)) return [];
    return [
      `${cannot(
        `cluster "${name}" of ${place}`,
        provider,
      )}. Add it to stevedore.kubernetes.clusters with an account of its own.`,
    ];
  });
}
