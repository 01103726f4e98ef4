import { connect, createServer } from 'node:net';
import { DemoError } from './DemoError';
import { DemoPorts, PORT_NAMES, PORTS } from './ports';

/** @throws DemoError with a sentence for every port that is taken. */
export async function checkPorts(ports: DemoPorts): Promise<void> {
  const sentences = await Promise.all(
    PORT_NAMES.map(async name => {
      const reason = await whyUnusable(ports[name]);
      if (!reason) return undefined;
      const { user, variable } = PORTS[name];
      return `Port ${ports[name]} ${reason}, but ${user} needs it. Free it, or choose another with ${variable}.`;
    }),
  );
  const found = sentences.filter(sentence => sentence !== undefined);
  if (found.length > 0) throw new DemoError(found.join('\n'));
}

/** Undefined for a port that can be used on loopback. */
async function whyUnusable(port: number): Promise<string | undefined> {
  const code = await tryToListen(port);
  if (code === 'EACCES') return 'is one that you may not listen on';
  // Some systems let a second server bind; then the first one answers.
  const taken =
    code === 'EADDRINUSE' ||
    (await answers(port, '127.0.0.1')) ||
    (await answers(port, '::1'));
  if (taken) return 'is taken';
  return code && `cannot be used (${code})`;
}

function tryToListen(port: number): Promise<string | undefined> {
  return new Promise(resolve => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code));
    server.listen(port, '127.0.0.1', () => {
      server.close(() => resolve(undefined));
    });
  });
}

function answers(port: number, host: string): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect({ port, host });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
