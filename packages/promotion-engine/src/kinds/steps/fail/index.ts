import { failed } from '../../../model/outcome';
import { defineStep } from '../../../registry/step';
import { failExamples } from './examples';
import { FailConfig, failSchema } from './schema';

/** Kargo's `fail`: ends the promotion as Failed, always. */
export const failStep = defineStep<FailConfig, never>({
  id: 'fail',
  effect: 'none',
  schema: failSchema,
  capabilities: [],
  examples: failExamples,
  run: async (_, config) => failed(config.message || 'failed on purpose'),
});
