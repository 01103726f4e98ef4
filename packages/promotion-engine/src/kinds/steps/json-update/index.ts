import { defineUpdateStep } from '../_shared/updateStep';
import { jsonUpdateExamples } from './examples';
import { jsonUpdateSchema } from './schema';
import { updateJson } from './updateJson';

/** Kargo's `json-update`: writes values into a JSON file, and leaves the rest of it as it is. */
export const jsonUpdateStep = defineUpdateStep({
  id: 'json-update',
  schema: jsonUpdateSchema,
  examples: jsonUpdateExamples,
  update: updateJson,
});
