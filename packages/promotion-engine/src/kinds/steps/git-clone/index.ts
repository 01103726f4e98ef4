import { failed } from '../../../model/outcome';
import { unverified } from '../../../model/unverified';
import { defineStep } from '../../../registry/step';
import { checkOut, sparseRefusal } from './checkOut';
import { gitCloneExamples } from './examples';
import { GitCloneConfig, gitCloneSchema } from './schema';
import { checkOutSubmodules } from './submodules';

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
    const { author, recurseSubmodules, insecureSkipTLSVerify } = config;
    const repoURL = insecureSkipTLSVerify
      ? unverified(config.repoURL)
      : config.repoURL;
    const wrong = config.checkout.map(sparseRefusal).find(Boolean);
    if (wrong) return failed(`git-clone: ${wrong}`);
    const refusal = await context.refusal({
      kind: 'git',
      url: repoURL,
      access: 'read',
    });
    if (refusal) return failed(refusal);
    if (author) context.shared.author = author;
    const commits: Record<string, string> = {};
    for (const checkout of config.checkout) {
      const { path, as } = checkout;
      const commit = await checkOut(context, repoURL, checkout);
      commits[as || path] = commit;
      const stopped =
        recurseSubmodules &&
        (await checkOutSubmodules(context, { repoURL, commit, path }));
      if (stopped) return failed(stopped);
    }
    return { status: 'succeeded', output: { commits } };
  },
});
