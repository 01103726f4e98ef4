import { z } from 'zod';
import { expressionOutputs, text } from '../_shared/fields';

/** Kargo: `yaml-parse`. */
export const yamlParseSchema = z.strictObject({
  path: text,
  outputs: expressionOutputs.min(1),
});
