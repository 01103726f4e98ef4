import { Masker } from '@stevedore/promotion-engine';
import { RegistryConfig } from './platformConfig';

/** What the OCI client is told of each host; secrets go to the masker first. */
export function registryCredentials(
  registries: RegistryConfig[],
  masker: Masker,
) {
  const byHost = new Map(registries.map(registry => [registry.host, registry]));
  for (const { password, webhookSecret } of registries)
    for (const secret of [password, webhookSecret])
      if (secret) masker.add(secret);
  return {
    credentials: async (host: string) => {
      const { username, password } = byHost.get(host) ?? {};
      return username && password ? { username, password } : undefined;
    },
    insecure: registries
      .filter(registry => registry.insecure)
      .map(registry => registry.host),
  };
}
