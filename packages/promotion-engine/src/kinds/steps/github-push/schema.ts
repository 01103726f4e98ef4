import { z } from 'zod';
import { text } from '../_shared/fields';

/** Kargo: `github-push`; an empty text counts as not set. */
export const githubPushSchema = z
  .strictObject({
    path: text,
    targetBranch: z.string().optional(),
    generateTargetBranch: z.boolean().optional(),
    maxAttempts: z.int().min(1).optional(),
    force: z.boolean().optional(),
    insecureSkipTLSVerify: z.boolean().optional(),
  })
  .refine(
    ({ targetBranch, generateTargetBranch }) =>
      !(targetBranch && generateTargetBranch),
    'at most one of targetBranch and generateTargetBranch may be set',
  );
