import { z } from 'zod';
import { text } from '../_shared/fields';

/** Kargo: `tar`. */
export const tarSchema = z.strictObject({
  inPath: text,
  outPath: text,
  /** In the words of `.gitignore`; `.git` is always left out. */
  ignore: text.optional(),
  gzip: z.boolean().optional(),
});

export type TarConfig = z.infer<typeof tarSchema>;
