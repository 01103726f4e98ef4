import { z } from 'zod';

/** Kargo: `git-push`; an empty text counts as not set. */
export const gitPushSchema = z
  .strictObject({
    path: z.string().min(1),
    targetBranch: z.string().optional(),
    /** Pushes to `kargo/promotion/<promotion>`. */
    generateTargetBranch: z.boolean().optional(),
    tag: z.string().optional(),
    force: z.boolean().optional(),
    maxAttempts: z.int32().min(1).optional(),
    provider: z
      .enum(['azure', 'bitbucket', 'gitea', 'github', 'gitlab'])
      .optional(),
  })
  .refine(
    ({ targetBranch, generateTargetBranch, tag }) =>
      [targetBranch, generateTargetBranch, tag].filter(Boolean).length < 2,
    {
      message:
        'at most one of targetBranch, generateTargetBranch and tag may be set',
    },
  )
  .refine(({ tag, force }) => !(tag && force), {
    message: 'force cannot be used with tag',
    path: ['force'],
  });

export type GitPushConfig = z.infer<typeof gitPushSchema>;
