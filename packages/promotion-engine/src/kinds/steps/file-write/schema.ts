import { z } from 'zod';
import { text } from '../_shared/fields';

/** Kargo: `file-write`. */
export const fileWriteSchema = z.strictObject({
  path: text,
  contents: z.string(),
  /** Octal, as a text: `0644`. */
  permissions: z
    .string()
    .regex(/^0[0-7]{3}$/, 'must be four octal digits, the first of them 0')
    .optional(),
  overwrite: z.boolean().optional(),
});

export type FileWriteConfig = z.infer<typeof fileWriteSchema>;
