import { readdir, rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { DemoError } from './DemoError';
import { DemoLayout } from './layout';
import { assertNotRunning } from './running';

/**
 * Removes the demo's directory.
 *
 * @throws DemoError while it runs, or when the directory is not a demo's.
 */
export async function resetDemo(layout: DemoLayout): Promise<void> {
  const names = await readdir(layout.directory).catch((): string[] => []);
  if (names.length === 0) return;
  if (basename(layout.directory) !== '.demo' && !names.includes('ports.json')) {
    throw new DemoError(
      `${layout.directory} does not look like a demo's, so nothing was removed.`,
    );
  }
  await assertNotRunning(layout);
  await rm(layout.directory, { recursive: true, force: true });
}
