import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { AddressInfo, createServer, Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DemoLayout, layoutBelow } from '../world/layout';
import { superviseBackend } from './superviseBackend';

/** Answers as Backstage does, and dies on request. */
const BACKEND = `
  const { writeFileSync } = require('node:fs');
  writeFileSync(process.env.STEVEDORE_DEMO_DIR + '/pid', String(process.pid));
  console.log(JSON.stringify({ level: 'info', message: 'a last word' }));
  require('node:http').createServer((request, response) => {
    response.end('{"backstageIdentity":{"token":"t"}}');
    if (request.url === '/exit') process.exit(3);
  }).listen(process.env.STEVEDORE_DEMO_PORT, '127.0.0.1');
`;

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const port = portOf(server);
  await new Promise(resolve => server.close(resolve));
  return port;
}

describe('superviseBackend', () => {
  let layout: DemoLayout;
  let controller: AbortController;
  let port: number;
  /** What to do at the first, second, … readiness. */
  let onReady: (() => void)[];
  let killedBy: string[];

  beforeEach(async () => {
    layout = layoutBelow(await mkdtemp(join(tmpdir(), 'supervise-')));
    controller = new AbortController();
    port = await findFreePort();
    onReady = [];
    killedBy = [];
  });

  afterEach(() => rm(layout.directory, { recursive: true }));

  async function supervise(source = BACKEND): Promise<void> {
    const entry = join(layout.directory, 'backend.cjs');
    await writeFile(entry, source);
    await superviseBackend({
      layout,
      port,
      entry,
      signal: controller.signal,
      onReady: async () => onReady.shift()?.(),
      onKilled: async signal => {
        killedBy.push(signal);
      },
    });
  }

  async function readPid(): Promise<number> {
    return Number(await readFile(join(layout.directory, 'pid'), 'utf8'));
  }

  it('ends the backend and what it started', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    const child = once(server, 'connection');
    await once(server, 'listening');
    const source = `${BACKEND}
      const { spawn } = require('node:child_process');
      spawn(process.execPath, ['-e', 'net.connect(${portOf(server)})']);
    `;
    onReady = [
      async () => {
        await child;
        controller.abort();
      },
    ];
    await supervise(source);
    const [socket] = await child;
    if (!socket.closed) await once(socket.resume(), 'close');
    await expect(readPid().then(pid => process.kill(pid, 0))).rejects.toThrow(
      'ESRCH',
    );
    server.close();
  });

  it('starts a killed backend again', async () => {
    const seen: number[] = [];
    onReady = [
      async () => {
        const pid = await readPid();
        seen.push(pid);
        process.kill(-pid, 'SIGKILL');
      },
      async () => {
        seen.push(await readPid());
        controller.abort();
      },
    ];
    await supervise();
    expect(killedBy).toEqual(['SIGKILL']);
    expect(new Set(seen).size).toBe(2);
  });

  it('gives up with its last words when the backend ends itself', async () => {
    onReady = [() => fetch(`http://localhost:${port}/exit`).catch(() => {})];
    await expect(supervise()).rejects.toThrow(
      /Backstage ended \(exit code 3\).*\n {2}info a last word/,
    );
  });

  it('gives up when the backend does not start', async () => {
    await expect(supervise('throw new Error("no start")')).rejects.toThrow(
      'no start',
    );
  });

  it('stops while the backend is starting', async () => {
    const source = 'process.send("up"); setInterval(() => {}, 1000)';
    const supervised = supervise(source);
    controller.abort();
    await expect(supervised).resolves.toBeUndefined();
  });
});
