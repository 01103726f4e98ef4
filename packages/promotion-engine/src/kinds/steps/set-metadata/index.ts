import { RecordChange } from '../../../model/outcome';
import { defineStep } from '../../../registry/step';
import { setMetadataExamples } from './examples';
import { SetMetadataConfig, setMetadataSchema } from './schema';

/** Kargo's `set-metadata`: values that stay with a freight or a stage. */
export const setMetadataStep = defineStep<SetMetadataConfig, never>({
  id: 'set-metadata',
  effect: 'record',
  schema: setMetadataSchema,
  capabilities: [],
  examples: setMetadataExamples,
  async run(_, { updates }) {
    const records = updates.map(
      ({ kind, name, values }): RecordChange => ({
        kind: kind === 'Freight' ? 'freightMetadata' : 'stageMetadata',
        name,
        values,
      }),
    );
    const subjects = updates.map(({ kind, name }) => `${kind} ${name}`);
    return {
      status: 'succeeded',
      message: `set metadata of ${[...new Set(subjects)].join(', ')}`,
      records,
    };
  },
});
