import { z } from 'zod';
import { authorSchema } from '../_shared/author';

const checkoutSchema = z
  .strictObject({
    path: z.string().min(1),
    branch: z.string().optional(),
    commit: z.string().optional(),
    tag: z.string().optional(),
    /** Makes the branch when it is missing. */
    create: z.boolean().optional(),
    /** Key of the commit in the step's output; default: the path. */
    as: z.string().optional(),
    /** Directories to check out; default: everything. */
    sparse: z.array(z.string().min(1)).min(1).optional(),
  })
  .refine(
    ({ branch, commit, tag }) =>
      [branch, commit, tag].filter(Boolean).length < 2,
    {
      message: 'at most one of branch, commit and tag may be set',
    },
  );

/** Kargo: `git-clone`. */
export const gitCloneSchema = z
  .strictObject({
    repoURL: z.string().min(1),
    checkout: z.array(checkoutSchema).min(1),
    author: authorSchema.optional(),
    blobless: z.boolean().optional(),
    recurseSubmodules: z.boolean().optional(),
    insecureSkipTLSVerify: z.boolean().optional(),
  })
  .superRefine(({ checkout }, context) => {
    const aliases = checkout.map(one => one.as);
    aliases.forEach((alias, index) => {
      if (!alias || aliases.indexOf(alias) === index) return;
      context.addIssue({
        code: 'custom',
        path: ['checkout', index, 'as'],
        message: `another checkout is already called "${alias}"`,
      });
    });
  });

export type GitCloneConfig = z.infer<typeof gitCloneSchema>;
