import { mkdir } from 'fs/promises';
import { GitError } from '../../model/errors';
import { gitEnvironment, homeDirectory } from './environment';
import { explainFailure } from './explainFailure';
import { GitContext } from './options';
import { runGit } from './runGit';

/** `cat-file -z` and the safety fixes that the adapter rests on came by 2.39. */
const FLOOR = [2, 39] as const;

/** @throws GitError when there is no Git, or one that is too old. */
export async function checkGitVersion(context: GitContext): Promise<void> {
  await mkdir(homeDirectory(context), { recursive: true });
  const command = {
    args: ['--version'],
    environment: gitEnvironment(context),
    cwd: context.directory,
  };
  let printed: string;
  try {
    printed = (await runGit(context, command)).toString().trim();
  } catch (error) {
    throw explainFailure('start', 'Git', error);
  }
  const match = /(\d+)\.(\d+)/.exec(printed);
  const [major, minor] = match ? [Number(match[1]), Number(match[2])] : [0, 0];
  if (major < FLOOR[0] || (major === FLOOR[0] && minor < FLOOR[1])) {
    throw new GitError(
      `This host has "${printed}": Stevedore needs Git ${FLOOR.join(
        '.',
      )} or newer; upgrade it`,
      {
        retryable: false,
      },
    );
  }
}
