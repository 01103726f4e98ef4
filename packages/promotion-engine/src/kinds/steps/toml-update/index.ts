import { defineUpdateStep } from '../_shared/updateStep';
import { tomlUpdateExamples } from './examples';
import { tomlUpdateSchema } from './schema';
import { updateToml } from './updateToml';

/** Kargo's `toml-update`: sets scalars that exist, and leaves the rest of the file as it is. */
export const tomlUpdateStep = defineUpdateStep({
  id: 'toml-update',
  schema: tomlUpdateSchema,
  examples: tomlUpdateExamples,
  update: updateToml,
});
