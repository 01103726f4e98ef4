import { errored, failed } from '../../../model/outcome';
import { defineStep } from '../../../registry/step';
import { gitInput } from '../_shared/gitInput';
import { gitCloneExamples } from './examples';
import { GitCloneConfig, gitCloneSchema } from './schema';

/**
 * Kargo's `git-clone`: checks out one or more refs of a repository into the workspace.
 * Nothing is cloned: a checkout is an index on the shared mirror, pinned to the commit that the ref meant.
 */
export const gitCloneStep = defineStep<GitCloneConfig, 'workspace' | 'git'>({
  id: 'git-clone',
  effect: 'workspace',
  schema: gitCloneSchema,
  capabilities: ['workspace', 'git'],
  examples: gitCloneExamples,
  async run(context, config) {
    const refusal = await context.refusal({
      kind: 'git',
      url: config.repoURL,
      access: 'read',
    });
    if (refusal) return failed(refusal);
    const commits: Record<string, string> = {};
    for (const checkout of config.checkout) {
      if (checkout.create)
        return failed(
          'git-clone: `create` is not supported; create the branch in the repository first',
        );
      const { path, as, branch, tag, commit: id } = checkout;
      const ref = {
        branch: branch || undefined,
        tag: tag || undefined,
        commit: id || undefined,
      };
      const pinned = await context.pin(
        gitInput(config.repoURL, ref),
        async () => {
          const found = await context.git.resolve(config.repoURL, ref);
          return found.branch
            ? `${found.commit} ${found.branch}`
            : found.commit;
        },
      );
      const [commit, onBranch] = pinned.split(' ');
      await context.workspace.checkout({
        repoURL: config.repoURL,
        commit,
        branch: onBranch,
        path,
      });
      commits[as || path] = commit;
    }
    if (Object.keys(commits).length === 0)
      return errored('git-clone: nothing to check out', true);
    if (config.author) {
      context.shared.author = {
        name: config.author.name,
        email: config.author.email,
      };
    }
    return { status: 'succeeded', output: { commits } };
  },
});
