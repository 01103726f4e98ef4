import { createServer, RequestListener, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { Registry, RegistryAuth, startRegistry } from '@stevedore/demo';
import { createOciRegistry } from '../createOciRegistry';
import { OciRegistryOptions } from '../options';

export const secure = { insecureSkipTLSVerify: false };
export const users = { ada: 'correct' };
const open: Registry[] = [];
const servers: Server[] = [];

export async function start(
  auth: RegistryAuth = { type: 'none' },
  pageSize?: number,
): Promise<Registry> {
  const registry = await startRegistry({ auth, pageSize });
  open.push(registry);
  return registry;
}

export async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A clock that stands still unless it is moved, and remembers who waited. */
export function fakeTiming() {
  const timing = {
    time: 0,
    waits: [] as number[],
    now: () => timing.time,
    wait: async (ms: number) => {
      timing.waits.push(ms);
    },
  };
  return timing;
}

export const create = (options: Partial<OciRegistryOptions> = {}) =>
  createOciRegistry({ credentials: () => undefined, ...options });
export const asAda = (password = 'correct') =>
  create({ credentials: () => ({ username: 'ada', password }) });
export const requested = (registry: Registry) =>
  registry.requests
    .all()
    .map(({ method, path, status }) => `${method} ${path} ${status}`);

/** Stops what a test started. */
export async function stopAll() {
  await Promise.all(open.splice(0).map(registry => registry.stop()));
  await Promise.all(
    servers.splice(0).map(
      server =>
        new Promise(resolve => {
          server.close(resolve);
          server.closeAllConnections();
        }),
    ),
  );
}
