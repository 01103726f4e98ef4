import { z } from 'zod';
import { durationText, gitProvider, text, uri } from '../_shared/fields';

/** Kargo: `git-merge-pr`. */
export const gitMergePrSchema = z.strictObject({
  repoURL: uri,
  prNumber: z.int().min(1),
  provider: gitProvider.optional(),
  /** What the host calls it; each host has its own. */
  mergeMethod: text.optional(),
  /** Wait until it can be merged. */
  wait: z.boolean().optional(),
  pollInterval: durationText.optional(),
  insecureSkipTLSVerify: z.boolean().optional(),
});
