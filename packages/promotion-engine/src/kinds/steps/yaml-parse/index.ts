import { defineParseStep } from '../_shared/parseStep';
import { yamlParseExamples } from './examples';
import { parseYaml } from '../_shared/parseYaml';
import { yamlParseSchema } from './schema';

/** Kargo's `yaml-parse`: makes outputs of what is in a YAML file. */
export const yamlParseStep = defineParseStep({
  id: 'yaml-parse',
  schema: yamlParseSchema,
  examples: yamlParseExamples,
  parse: parseYaml,
});
