import { z } from 'zod';
import { text } from '../_shared/fields';

/** Kargo: `copy`. */
export const copySchema = z.strictObject({
  inPath: text,
  outPath: text,
  /** In the words of `.gitignore`; `.git` is always left out. */
  ignore: z.string().optional(),
});

export type CopyConfig = z.infer<typeof copySchema>;
