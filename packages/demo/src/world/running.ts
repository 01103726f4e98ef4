import { rm } from 'node:fs/promises';
import { DemoError } from './DemoError';
import { readJson, writeJson } from './jsonFile';
import { DemoLayout } from './layout';

/** @throws DemoError while a demo runs on this directory. */
export async function assertNotRunning(layout: DemoLayout): Promise<void> {
  const running = await readJson<{ pid: number }>(layout.running);
  if (!running || running.pid === process.pid || !isAlive(running.pid)) return;
  throw new DemoError(
    `The demo runs (process ${running.pid}). Stop it with Ctrl-C where it was started; ` +
      `if that process is something else, remove ${layout.running}.`,
  );
}

export async function markRunning(layout: DemoLayout): Promise<void> {
  await rm(layout.ready, { force: true });
  await writeJson(layout.running, { pid: process.pid });
}

export async function markStopped(layout: DemoLayout): Promise<void> {
  await rm(layout.ready, { force: true });
  await rm(layout.running, { force: true });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
