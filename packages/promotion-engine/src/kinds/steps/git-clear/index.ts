import { defineStep } from '../../../registry/step';
import { gitClearExamples } from './examples';
import { GitClearConfig, gitClearSchema } from './schema';

/** Kargo's `git-clear`: deletes everything tracked, so that what is written next is all there is. */
export const gitClearStep = defineStep<GitClearConfig, 'workspace'>({
  id: 'git-clear',
  effect: 'workspace',
  schema: gitClearSchema,
  capabilities: ['workspace'],
  examples: gitClearExamples,
  async run({ workspace }, { path }) {
    await workspace.clear(path);
    return { status: 'succeeded', message: `cleared ${path}` };
  },
});
