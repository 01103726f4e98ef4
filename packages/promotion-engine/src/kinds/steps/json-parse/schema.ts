import { z } from 'zod';
import { expressionOutputs, text } from '../_shared/fields';

/** Kargo: `json-parse`. */
export const jsonParseSchema = z.strictObject({
  path: text,
  outputs: expressionOutputs.min(1),
});
