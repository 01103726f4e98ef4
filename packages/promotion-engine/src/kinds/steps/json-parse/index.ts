import { defineParseStep } from '../_shared/parseStep';
import { jsonParseExamples } from './examples';
import { parseJson } from './parseJson';
import { jsonParseSchema } from './schema';

/** Kargo's `json-parse`: makes outputs of what is in a JSON file. */
export const jsonParseStep = defineParseStep({
  id: 'json-parse',
  schema: jsonParseSchema,
  examples: jsonParseExamples,
  parse: parseJson,
});
