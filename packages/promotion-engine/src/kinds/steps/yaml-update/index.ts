import { defineUpdateStep } from '../_shared/updateStep';
import { yamlUpdateExamples } from './examples';
import { yamlUpdateSchema } from './schema';
import { updateYaml } from '../_shared/updateYaml';

/** Kargo's `yaml-update`: sets scalars that exist, and leaves the rest of the file as it is. */
export const yamlUpdateStep = defineUpdateStep({
  id: 'yaml-update',
  schema: yamlUpdateSchema,
  examples: yamlUpdateExamples,
  update: updateYaml,
});
