import { z } from 'zod';
import { text } from '../_shared/fields';

/** Kargo: `untar`; whether it is compressed is seen from the file. */
export const untarSchema = z.strictObject({
  inPath: text,
  outPath: text,
  /** Leading directories to leave out of each path. */
  stripComponents: z.int().min(0).optional(),
  /** In the words of `.gitignore`. */
  ignore: text.optional(),
});

export type UntarConfig = z.infer<typeof untarSchema>;
