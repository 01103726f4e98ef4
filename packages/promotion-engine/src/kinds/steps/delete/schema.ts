import { z } from 'zod';
import { text } from '../_shared/fields';

/** Kargo: `delete`. */
export const deleteSchema = z
  .strictObject({
    path: text.optional(),
    paths: z.array(text).min(1).optional(),
    /** The paths are patterns with `*`, `**`, `?`, `[…]` and `{…}`. */
    pathsAreGlobs: z.boolean().optional(),
    /** Nothing to delete is an error. */
    strict: z.boolean().optional(),
  })
  .refine(({ path, paths }) => (path === undefined) !== (paths === undefined), {
    message: 'exactly one of path and paths must be set',
  });

export type DeleteConfig = z.infer<typeof deleteSchema>;
