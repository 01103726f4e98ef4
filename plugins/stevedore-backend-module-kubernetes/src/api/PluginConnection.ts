import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import { Agent } from 'undici';
import { ClusterConnection, TIMEOUTS } from './Connection';

/** Backstage's Kubernetes plugin. */
const PLUGIN = 'kubernetes';

/** By which the plugin is found and asked. */
export interface Portal {
  discovery: DiscoveryService;
  auth: AuthService;
}

/** Address of the plugin, and the header by which this backend says who it is. */
export async function openPlugin({ auth, discovery }: Portal): Promise<{
  url: string;
  headers: Record<string, string>;
}> {
  const { token } = await auth.getPluginRequestToken({
    onBehalfOf: await auth.getOwnServiceCredentials(),
    targetPluginId: PLUGIN,
  });
  return {
    url: await discovery.getBaseUrl(PLUGIN),
    headers: { Authorization: `Bearer ${token}` },
  };
}

/** The way to a cluster through Backstage's Kubernetes plugin, which knows where it is and how one signs in. */
export class PluginConnection implements ClusterConnection {
  readonly place = 'the configuration of Backstage’s Kubernetes plugin';
  readonly #cluster: string;
  readonly #portal: Portal;
  readonly #agent = new Agent(TIMEOUTS);

  constructor(cluster: string, portal: Portal) {
    this.#cluster = cluster;
    this.#portal = portal;
  }

  async open() {
    const { url, headers } = await openPlugin(this.#portal);
    return {
      server: `${url}/proxy`,
      headers: { ...headers, 'Backstage-Kubernetes-Cluster': this.#cluster },
      dispatcher: this.#agent,
    };
  }

  close(): Promise<void> {
    return this.#agent.destroy();
  }
}
