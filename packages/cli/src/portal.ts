import { StevedoreClient } from '@stevedore/plugin-stevedore-common';
import { findBackend } from './findBackend';

export interface PortalOptions {
  /** Absent: the demo that runs in `directory`. */
  backend?: string;
  token?: string;
  directory: string;
}

export interface Portal {
  backend: string;
  token: string;
  client: StevedoreClient;
}

/** A client of the backend. @throws Error without a token */
export async function openPortal(options: PortalOptions): Promise<Portal> {
  const { token } = options;
  if (!token)
    throw new Error(
      'A Backstage token is needed: --token, or STEVEDORE_TOKEN. The demo gives one by: npm run --silent demo:token -- ada',
    );
  const backend = options.backend ?? (await findBackend(options.directory));
  const client = new StevedoreClient({
    discoveryApi: {
      getBaseUrl: async id => new URL(`/api/${id}`, backend).href,
    },
    fetchApi: { fetch: askPortal },
  });
  return { backend, token, client };
}

/** @throws Error that names the address and the reason when there is no answer */
export async function askPortal(
  ...[input, init]: Parameters<typeof fetch>
): Promise<Response> {
  return fetch(input, init).catch(error => {
    const reason = error.cause?.code ?? error.message;
    throw new Error(
      `No answer from ${new URL(String(input)).origin} (${reason}).`,
    );
  });
}
