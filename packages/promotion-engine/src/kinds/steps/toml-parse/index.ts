import { defineParseStep } from '../_shared/parseStep';
import { tomlParseExamples } from './examples';
import { parseToml } from './parseToml';
import { tomlParseSchema } from './schema';

/** Kargo's `toml-parse`: makes outputs of what is in a TOML file. */
export const tomlParseStep = defineParseStep({
  id: 'toml-parse',
  schema: tomlParseSchema,
  examples: tomlParseExamples,
  parse: parseToml,
});
