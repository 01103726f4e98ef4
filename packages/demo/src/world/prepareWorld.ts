import { mkdir, rm } from 'node:fs/promises';
import { stringify } from 'yaml';
import { runGit } from '../git/runGit';
import { buildConfig, DemoWorld } from './buildConfig';
import { checkPorts } from './checkPorts';
import { loadCredentials } from './credentials';
import { DemoError } from './DemoError';
import { readJson, writeJson, writePrivate } from './jsonFile';
import { DemoLayout } from './layout';
import { choosePorts, DemoPorts } from './ports';
import { assertNotRunning, markRunning } from './running';
import { writeCatalog } from './writeCatalog';

/**
 * Looks whether the demo can start, and writes what it starts from.
 *
 * @throws DemoError that says what is in the way.
 */
export async function prepareWorld(
  layout: DemoLayout,
  environment: NodeJS.ProcessEnv,
  extras: Pick<DemoWorld, 'kubernetes'> = {},
): Promise<DemoWorld> {
  await assertGit();
  await assertNotRunning(layout);
  const recorded = await readJson<DemoPorts>(layout.ports);
  const ports = choosePorts(environment, recorded);
  await checkPorts(ports);
  await mkdir(layout.work, { recursive: true });
  await markRunning(layout);
  await writeJson(layout.ports, ports);
  const credentials = await loadCredentials(layout.credentials);
  const world: DemoWorld = { layout, ports, credentials, ...extras };
  await writeCatalog(world);
  await writePrivate(layout.config, stringify(buildConfig(world)));
  await rm(layout.backendLog, { force: true });
  return world;
}

async function assertGit(): Promise<void> {
  await runGit(['--version']).catch(() => {
    throw new DemoError('The demo needs git: install it, and start again.');
  });
}
