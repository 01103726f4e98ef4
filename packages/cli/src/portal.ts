import { StevedoreClient } from '@stevedore/plugin-stevedore-common';
import { findBackend } from './findBackend';

export interface PortalOptions {
  /** Absent: the demo that runs in `directory`. */
  backend?: string;
  token?: string;
  directory: string;
}

export interface Portal {
  /** Its address, with the path that it is below, without a slash at the end. */
  backend: string;
  token: string;
  client: StevedoreClient;
}

/** A client of the backend. @throws Error without a token, or for an address that is none */
export async function openPortal(options: PortalOptions): Promise<Portal> {
  const { token } = options;
  if (!token)
    throw new Error(
      'A Backstage token is needed: --token, or STEVEDORE_TOKEN. The demo gives one by: npm run --silent demo:token -- ada',
    );
  const backend = addressOf(
    options.backend ?? (await findBackend(options.directory)),
  );
  const client = new StevedoreClient({
    discoveryApi: { getBaseUrl: async id => `${backend}/api/${id}` },
    fetchApi: { fetch: askPortal },
  });
  return { backend, token, client };
}

function addressOf(backend: string): string {
  if (!/^https?:\/\//i.test(backend) || !URL.canParse(backend))
    throw new Error(
      `${backend} is no address of a backend: write it like https://backstage.acme.example (backend.baseUrl of app-config.yaml)`,
    );
  const { origin, pathname } = new URL(backend);
  return `${origin}${pathname}`.replace(/\/+$/, '');
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
