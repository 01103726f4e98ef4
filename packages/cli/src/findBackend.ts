import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** The backend of the demo that runs in this directory or in one above it. */
export async function findBackend(directory: string): Promise<string> {
  const file = join(
    directory,
    process.env.STEVEDORE_DEMO_DIR ?? '.demo',
    'ready.json',
  );
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text) return JSON.parse(text).backend;
  const above = dirname(directory);
  if (above !== directory) return findBackend(above);
  throw new Error(
    'No demo is running here. Start it with npm run demo, or name a backend with --backend.',
  );
}
