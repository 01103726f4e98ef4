import { z } from 'zod';
import { gitProvider, text, uri } from '../_shared/fields';

/** Kargo: `git-open-pr`. */
export const gitOpenPrSchema = z.strictObject({
  repoURL: uri,
  sourceBranch: text,
  targetBranch: text,
  title: text.optional(),
  description: text.optional(),
  labels: z.array(text).optional(),
  provider: gitProvider.optional(),
  insecureSkipTLSVerify: z.boolean().optional(),
  /** Without effect, as in Kargo. */
  createTargetBranch: z.boolean().optional(),
});
