import { defineStep } from '../../../registry/step';
import { gitPushExamples } from './examples';
import { pushBranch, writtenBranch } from './pushBranch';
import { pushTag } from './pushTag';
import { GitPushConfig, gitPushSchema } from './schema';

const halfOf = ({ tag }: GitPushConfig) => (tag ? pushTag : pushBranch);

/** Kargo's `git-push`: commits onto a branch, or a tag. */
export const gitPushStep = defineStep<GitPushConfig, 'workspace' | 'git'>({
  id: 'git-push',
  effect: 'external',
  schema: gitPushSchema,
  capabilities: ['workspace', 'git'],
  examples: gitPushExamples,
  wrote: writtenBranch,
  external: {
    describe: (context, config, detail) =>
      halfOf(config).describe(context, config, detail),
    lockKey: async (config, context) =>
      halfOf(config).lockKey?.(config, context),
    intend: (context, config) => halfOf(config).intend(context, config),
    attempt: (context, config, intent) =>
      halfOf(config).attempt(context, config, intent),
    recognise: (context, config, intent) =>
      halfOf(config).recognise(context, config, intent),
    lands: intent => !('tag' in intent) && pushBranch.lands!(intent),
  },
});
