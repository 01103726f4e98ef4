import { z } from 'zod';
import { authorSchema } from '../_shared/author';

/** Kargo: `git-commit`. */
export const gitCommitSchema = z.strictObject({
  path: z.string().min(1),
  message: z.string().min(1),
  author: authorSchema.optional(),
});

export type GitCommitConfig = z.infer<typeof gitCommitSchema>;
