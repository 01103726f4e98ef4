import { z } from 'zod';
import { expressionOutputs, text } from '../_shared/fields';

/** Kargo: `toml-parse`. */
export const tomlParseSchema = z.strictObject({
  path: text,
  outputs: expressionOutputs.min(1),
});
