import { z } from 'zod';
import { text } from '../_shared/fields';

/** Kargo: `git-tag`; unknown keys pass, as Kargo's own schema lets them. */
export const gitTagSchema = z.looseObject({
  path: text,
  tag: text,
  message: text,
  force: z.boolean().optional(),
});

export type GitTagConfig = z.infer<typeof gitTagSchema>;
