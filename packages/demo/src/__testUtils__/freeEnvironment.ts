import { createServer } from 'node:net';
import { PORTS } from '../world/ports';

/** A port that was free a moment ago, for each of the demo's. */
export async function freeEnvironment(): Promise<NodeJS.ProcessEnv> {
  const entries = Object.values(PORTS).map(async ({ variable }) => {
    const server = createServer();
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as { port: number };
    return { variable, port, server };
  });
  const held = await Promise.all(entries);
  await Promise.all(
    held.map(({ server }) => new Promise(done => server.close(done))),
  );
  return Object.fromEntries(held.map(one => [one.variable, String(one.port)]));
}
