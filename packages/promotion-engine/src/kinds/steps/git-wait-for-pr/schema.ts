import { z } from 'zod';
import { durationText, gitProvider, uri } from '../_shared/fields';

/** Kargo: `git-wait-for-pr`. */
export const gitWaitForPrSchema = z.strictObject({
  repoURL: uri,
  prNumber: z.int().min(1),
  provider: gitProvider.optional(),
  pollInterval: durationText.optional(),
  insecureSkipTLSVerify: z.boolean().optional(),
});
