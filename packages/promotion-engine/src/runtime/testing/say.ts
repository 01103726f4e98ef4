import { z } from 'zod';
import { defineStep } from '../../registry/step';

/** Its configuration is its output. */
export const say = defineStep<Record<string, unknown>, never>({
  id: 'say',
  effect: 'none',
  schema: z.record(z.string(), z.unknown()),
  capabilities: [],
  run: async (_, config) => ({ status: 'succeeded', output: config }),
});
