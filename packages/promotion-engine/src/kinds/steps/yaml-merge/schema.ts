import { z } from 'zod';
import { text } from '../_shared/fields';

/** Kargo: `yaml-merge`. */
export const yamlMergeSchema = z.strictObject({
  inFiles: z.array(z.string()).min(1),
  outFile: text,
  ignoreMissingFiles: z.boolean().optional(),
});

export type YamlMergeConfig = z.infer<typeof yamlMergeSchema>;
