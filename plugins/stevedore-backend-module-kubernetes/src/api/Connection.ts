import type { KubeConfig } from '@kubernetes/client-node';
import { createHash } from 'node:crypto';
import { Agent, Dispatcher } from 'undici';

/** Milliseconds without a byte after which a connection counts as dead; bookmarks come about every minute. */
const SILENCE_MS = 100_000;
const CONNECT_MS = 10_000;

/** Of every connection to a cluster. */
export const TIMEOUTS = {
  connect: { timeout: CONNECT_MS },
  bodyTimeout: SILENCE_MS,
  headersTimeout: SILENCE_MS,
};

/** A way to a cluster. */
export interface ClusterConnection {
  /** Where the way is configured, for who has to change it. */
  readonly place: string;
  open(): Promise<{
    server: string;
    headers: Record<string, string>;
    dispatcher: Dispatcher;
  }>;
  close(): Promise<void>;
}

interface TlsOptions {
  ca?: string | Buffer | (string | Buffer)[];
  cert?: string | Buffer;
  key?: string | Buffer;
  passphrase?: string;
  rejectUnauthorized?: boolean;
  servername?: string;
}

/**
 * Where a cluster is and who asks. Credentials are read anew for each request, so files that rotate and tokens that
 * end are followed; connections are kept for as long as their certificates stay the same.
 */
export class Connection implements ClusterConnection {
  readonly place = 'stevedore.kubernetes.clusters';
  readonly #kubeConfig: KubeConfig;
  #agent?: { fingerprint: string; agent: Agent };

  constructor(kubeConfig: KubeConfig) {
    this.#kubeConfig = kubeConfig;
  }

  async open() {
    const options: TlsOptions & { headers?: Record<string, unknown> } = {};
    await this.#kubeConfig.applyToHTTPSOptions(options as never);
    const { ca, cert, key, passphrase, rejectUnauthorized, servername } =
      options;
    const tls = { ca, cert, key, passphrase, rejectUnauthorized, servername };
    const headers = Object.fromEntries(
      Object.entries(options.headers ?? {}).map(([name, value]) => [
        name,
        // a file with a token ends with a newline more often than not
        String(value).trim(),
      ]),
    );
    return {
      server: this.#kubeConfig.getCurrentCluster()!.server.replace(/\/+$/, ''),
      headers: { ...basic(this.#kubeConfig), ...headers },
      dispatcher: this.#agentFor(tls),
    };
  }

  async close(): Promise<void> {
    await this.#agent?.agent.destroy();
    this.#agent = undefined;
  }

  #agentFor(tls: TlsOptions): Agent {
    const fingerprint = createHash('sha256')
      .update(JSON.stringify(tls, (_, value) => value ?? null))
      .digest('hex');
    if (this.#agent?.fingerprint === fingerprint) return this.#agent.agent;
    // what is under way ends in its own time
    this.#agent?.agent.close().catch(() => undefined);
    const agent = new Agent({
      ...TIMEOUTS,
      connect: { ...tls, ...TIMEOUTS.connect },
    });
    this.#agent = { fingerprint, agent };
    return agent;
  }
}

function basic(kubeConfig: KubeConfig): Record<string, string> {
  const { username, password } = kubeConfig.getCurrentUser() ?? {};
  if (!username) return {};
  const text = Buffer.from(`${username}:${password ?? ''}`).toString('base64');
  return { Authorization: `Basic ${text}` };
}
