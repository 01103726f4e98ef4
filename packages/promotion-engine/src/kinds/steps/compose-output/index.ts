import { defineStep } from '../../../registry/step';
import { composeOutputExamples } from './examples';
import { ComposeOutputConfig, composeOutputSchema } from './schema';

/** Kargo's `compose-output`: its configuration is its output, and inside of a task that of the task. */
export const composeOutputStep = defineStep<ComposeOutputConfig, never>({
  id: 'compose-output',
  effect: 'none',
  schema: composeOutputSchema,
  capabilities: [],
  propagatesOutput: true,
  examples: composeOutputExamples,
  run: async (_, config) => ({ status: 'succeeded', output: config }),
});
