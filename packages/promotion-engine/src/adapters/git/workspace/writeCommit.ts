import { CommitOptions } from '../../../ports/git';
import { identityEnvironment } from '../identityEnvironment';
import { Mirror } from '../Mirror';
import { commitContent } from '../objects/commitContent';
import { writeLoose } from '../objects/looseObjects';
import { commitMessage } from './commitMessage';

/** An object that no ref leads to yet, without a process where Git would write just what it is told. @returns its id */
export async function writeCommit(
  mirror: Mirror,
  { tree, parent }: { tree: string; parent: string },
  options: CommitOptions,
): Promise<string> {
  const environment = identityEnvironment(mirror.context, options);
  const message = commitMessage(options.message, options.trailers);
  const body = commitContent({ tree, parent, message }, environment);
  if (body) return writeLoose(mirror.gitDir, { type: 'commit', body });
  const args = ['commit-tree', tree, '-p', parent, '-F', '-'];
  const printed = await mirror.git(args, { input: message, environment });
  return printed.toString().trim();
}
