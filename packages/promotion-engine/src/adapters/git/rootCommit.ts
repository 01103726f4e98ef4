import { GitAuthor } from '../../ports/git';
import { explainFailure } from './explainFailure';
import { Mirror } from './Mirror';
import { identityEnvironment } from './identityEnvironment';
import { signCommit } from './signing/signCommit';

/** A commit of nothing, for a branch to begin with; an object that no ref leads to. */
export async function rootCommit(
  mirror: Mirror,
  options: { author: GitAuthor; at: string },
): Promise<string> {
  await mirror.ready();
  try {
    const empty = ['hash-object', '-w', '-t', 'tree', '--stdin'];
    const tree = (await mirror.git(empty, '')).toString().trim();
    const commit = await mirror.git(['commit-tree', tree, '-F', '-'], {
      input: 'Initial commit\n',
      environment: identityEnvironment(mirror.context, options),
    });
    return await signCommit(mirror, commit.toString().trim(), options);
  } catch (error) {
    throw explainFailure('begin a branch of', mirror.remote.url, error);
  }
}
