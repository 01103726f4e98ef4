import { errored } from '../../../model/outcome';
import { defineStep } from '../../../registry/step';
import { checkoutKey } from '../_shared/checkoutKey';
import { gitTagExamples } from './examples';
import { GitTagConfig, gitTagSchema } from './schema';

/**
 * Kargo's `git-tag`: an annotated tag on what is checked out. The world sees it when `git-push` pushes it. Whether
 * the remote has such a tag is pinned, because a replay must not stumble over the tag that this run pushed.
 */
export const gitTagStep = defineStep<GitTagConfig, 'workspace' | 'git'>({
  id: 'git-tag',
  effect: 'workspace',
  schema: gitTagSchema,
  capabilities: ['workspace', 'git'],
  examples: gitTagExamples,
  async run(context, { path, tag, message, force }) {
    const { repoURL } = await context.workspace.describeCheckout(path);
    const there = await context.pin(`tag:${repoURL}#${tag}`, async () => {
      const { tags } = await context.git.refs(repoURL);
      return tags[tag] ?? '';
    });
    const made = ((context.shared.tags ??= {})[checkoutKey(path)] ??= {});
    if ((there || made[tag]) && !force)
      return errored(
        `git-tag: ${repoURL} has a tag ${tag} already: choose another name, or set force`,
        true,
      );
    const tagger = context.shared.author ?? context.identity;
    const { object, commit } = await context.workspace.tag({
      path,
      tag,
      message,
      tagger,
      at: context.now,
    });
    made[tag] = { object, message };
    return {
      status: 'succeeded',
      output: { commit },
      message: `tagged ${commit.slice(0, 7)} as ${tag}`,
    };
  },
});
