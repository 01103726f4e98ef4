import { existsSync } from 'fs';
import { mkdir, mkdtemp, rename, rm } from 'fs/promises';
import { dirname, join } from 'path';
import { gitEnvironment } from './environment';
import { GitContext } from './options';
import { runGit } from './runGit';

/** Makes an empty bare repository, whole or not at all: a killed process leaves no half of one. */
export async function initMirror(
  context: GitContext,
  gitDir: string,
): Promise<void> {
  if (existsSync(join(gitDir, 'HEAD'))) {
    return;
  }
  await mkdir(dirname(gitDir), { recursive: true });
  const draft = await mkdtemp(join(dirname(gitDir), '.new-'));
  try {
    const args = [
      'init',
      '--bare',
      '--template=',
      '--initial-branch=main',
      draft,
    ];
    await runGit(context, {
      args,
      environment: gitEnvironment(context),
      cwd: context.directory,
    });
    await rename(draft, gitDir);
  } catch (error) {
    if (!existsSync(join(gitDir, 'HEAD'))) {
      throw error;
    }
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}
