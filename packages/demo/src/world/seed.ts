import { join } from 'node:path';
import { createBareRepository } from '../git/createBareRepository';
import { runGit } from '../git/runGit';
import { Registry } from '../registry/startRegistry';
import { fillInAddresses } from './addresses';
import { COMPONENTS, exampleOf, GITOPS, imageOf } from './components';
import { DemoPorts } from './ports';
import { readFiles } from './readFiles';

/** Every component has a first image; one that has any gets none. */
export async function seedRegistry(registry: Registry): Promise<void> {
  for (const component of COMPONENTS) {
    const repository = imageOf(component);
    if (registry.tags(repository).length > 0) continue;
    await registry.publish({ repository, tag: '1.0.0' });
  }
}

/** Makes the GitOps repository, unless it has its first commit already. */
export async function seedGitops(
  root: string,
  ports: DemoPorts,
): Promise<void> {
  if (await hasCommit(join(root, `${GITOPS}.git`))) return;
  const files = await readFiles(exampleOf('deploy'));
  const filled = Object.entries(files).map(([path, text]) => [
    path,
    fillInAddresses(text, ports),
  ]);
  await createBareRepository(root, GITOPS, Object.fromEntries(filled));
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
