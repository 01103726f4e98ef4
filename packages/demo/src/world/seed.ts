import { join } from 'node:path';
import { commitFiles } from '../git/commitFiles';
import { createBareRepository } from '../git/createBareRepository';
import { runGit } from '../git/runGit';
import { Registry } from '../registry/startRegistry';
import { fillInAddresses } from './addresses';
import { componentsOf, exampleOf, GITOPS, imageOf } from './components';
import { DemoWorld } from './buildConfig';
import { readFiles } from './readFiles';
import { firstSource } from './source';

/** Every component has a first image; one that has any gets none. */
export async function seedRegistry(
  registry: Registry,
  world: Pick<DemoWorld, 'kubernetes' | 'layout' | 'ports'>,
): Promise<void> {
  const annotations = await firstSource(world);
  for (const { name } of componentsOf(world)) {
    const repository = imageOf(name);
    if (registry.tags(repository).length > 0) continue;
    await registry.publish({ repository, tag: '1.0.0', annotations });
  }
}

/** Makes the GitOps repository, unless it has its first commit already; what needs a cluster comes with the cluster. */
export async function seedGitops(world: DemoWorld): Promise<void> {
  const root = world.layout.git;
  const path = join(root, `${GITOPS}.git`);
  if (!(await hasCommit(path))) {
    const files = await readExample('deploy', world);
    await createBareRepository(root, GITOPS, files);
  }
  if (!world.kubernetes) return;
  const known = await foldersOf(path, 'apps/');
  const example = await readExample('kubernetes/deploy', world);
  const missing = Object.entries(example).filter(
    ([file]) => !known.some(folder => file.startsWith(`${folder}/`)),
  );
  if (missing.length === 0) return;
  const files = Object.fromEntries(missing);
  const message = 'Add what runs in the cluster';
  await commitFiles(path, { files, message });
}

async function readExample(
  name: string,
  { ports }: DemoWorld,
): Promise<Record<string, string>> {
  const files = await readFiles(exampleOf(name));
  const filled = Object.entries(files).map(([path, text]) => [
    path,
    fillInAddresses(text, ports),
  ]);
  return Object.fromEntries(filled);
}

async function foldersOf(repository: string, path: string): Promise<string[]> {
  const args = ['ls-tree', '--name-only', 'refs/heads/main', path];
  return (await runGit(args, { cwd: repository })).split('\n').filter(Boolean);
}

function hasCommit(repository: string): Promise<boolean> {
  return runGit([
    '--git-dir',
    repository,
    'rev-parse',
    '--verify',
    'refs/heads/main',
  ]).then(
    () => true,
    () => false,
  );
}
