import { defineStep } from '../../../registry/step';
import { setFreightAliasExamples } from './examples';
import { SetFreightAliasConfig, setFreightAliasSchema } from './schema';

/** Kargo's `set-freight-alias`: another alias for a freight. */
export const setFreightAliasStep = defineStep<SetFreightAliasConfig, never>({
  id: 'set-freight-alias',
  effect: 'record',
  schema: setFreightAliasSchema,
  capabilities: [],
  examples: setFreightAliasExamples,
  run: async (_, { name, alias }) => ({
    status: 'succeeded',
    message: `freight ${name.slice(0, 7)} is called ${alias}`,
    records: [{ kind: 'freightAlias', name, alias }],
  }),
});
