import { defineStep } from '../../../registry/step';
import { checkoutKey } from '../_shared/checkoutKey';
import { gitCommitExamples } from './examples';
import { GitCommitConfig, gitCommitSchema } from './schema';

/** Kargo's `git-commit`, with trailers that name promotion and step: how a push is recognised after a crash. */
export const gitCommitStep = defineStep<GitCommitConfig, 'workspace'>({
  id: 'git-commit',
  effect: 'workspace',
  schema: gitCommitSchema,
  capabilities: ['workspace'],
  examples: gitCommitExamples,
  async run(context, config) {
    const trailers = {
      'Stevedore-Promotion': context.promotion.name,
      'Stevedore-Step': context.alias,
    };
    const author = config.author ?? context.shared.author ?? context.identity;
    const made = await context.workspace.commit({
      path: config.path,
      message: config.message,
      trailers,
      author,
      at: context.now,
    });
    if (!made) {
      const { head } = await context.workspace.describeCheckout(config.path);
      return {
        status: 'skipped',
        message: 'nothing changed',
        output: { commit: head },
      };
    }
    context.shared.commits[checkoutKey(config.path)] = {
      commit: made.commit,
      trailers,
    };
    return {
      status: 'succeeded',
      output: { commit: made.commit },
      message: `committed ${made.commit.slice(0, 7)}`,
    };
  },
});
