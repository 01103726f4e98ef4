import { z } from 'zod';
import { GitSubscription } from '../../model/definition';
import { Finding } from '../document';
import { readShape } from '../shape';
import { rule } from './common';
import { pathPatternFault } from './patterns';
import {
  constraintFinding,
  expressionFinding,
  Limit,
  limitOf,
  regexFindings,
  removedFindings,
  SubscriptionContext,
} from './subscription';

/** As Kargo admits them: http, https and ssh URLs with a path, or `user@host:path`. */
const REPOSITORY =
  /^(ssh|https?):\/\/([\w-]+(:.+)?@)?[\w-]+(\.[\w-]+)*(:\d{1,5})?\/.*$|^[\w-]+@[\w+]+(\.[\w-]+)*:/;
const BRANCH = /^[a-zA-Z0-9]([a-zA-Z0-9._/-]*[a-zA-Z0-9_-])?$/;
/** RFC 3339, as Kubernetes writes and reads times. */
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

const Git = z.strictObject({
  repoURL: z.string().refine(
    text => REPOSITORY.test(text),
    rule('This is no URL of a Git repository.', {
      cure: 'Write https://host/path, or ssh://git@host/path.',
    }),
  ),
  commitSelectionStrategy: z
    .enum(['', 'NewestFromBranch', 'SemVer', 'Lexical', 'NewestTag'])
    .default(''),
  branch: z
    .string()
    .max(255)
    .refine(
      text => text === '' || BRANCH.test(text),
      rule('This is no name of a branch.', {
        cure: 'Use letters, digits, ., _, / and -; begin with a letter or digit, do not end with . or /.',
      }),
    )
    .optional(),
  semverConstraint: z.string().optional(),
  strictSemvers: z.boolean().default(true),
  allowTagsRegexes: z.array(z.string()).default([]),
  ignoreTagsRegexes: z.array(z.string()).default([]),
  allowTags: z.string().optional(),
  ignoreTags: z.array(z.string()).optional(),
  expressionFilter: z.string().optional(),
  includePaths: z.array(z.string()).default([]),
  excludePaths: z.array(z.string()).default([]),
  since: z
    .string()
    .refine(
      text => TIME.test(text) && !Number.isNaN(Date.parse(text)),
      rule('This is no time.', {
        cure: 'Write date and time, such as 2026-01-31T00:00:00Z.',
      }),
    )
    .optional(),
  discoveryLimit: Limit,
  blobless: z.boolean().optional(),
  insecureSkipTLSVerify: z.boolean().default(false),
});
type GitValue = z.infer<typeof Git>;

export function readGitSubscription(
  raw: unknown,
  context: SubscriptionContext,
): { git?: GitSubscription; findings: Finding[] } {
  const { value, findings } = readShape(Git, raw, {
    base: context.path,
    unknownFields: 'runnable',
  });
  if (!value) return { findings };
  findings.push(
    ...constraintFinding(value.semverConstraint, 'semverConstraint', context),
    ...regexFindings(value, context.path),
    ...removedFindings(value, context.path),
    ...pathFindings(value, context),
    ...expressionFinding(value.expressionFilter, [
      ...context.path,
      'expressionFilter',
    ]),
  );
  return { git: toSubscription(value), findings };
}

function toSubscription(value: GitValue): GitSubscription {
  const { branch, semverConstraint, expressionFilter, since } = value;
  return {
    repoURL: value.repoURL,
    commitSelectionStrategy:
      value.commitSelectionStrategy || 'NewestFromBranch',
    ...(branch ? { branch } : {}),
    ...(semverConstraint ? { semverConstraint } : {}),
    strictSemvers: value.strictSemvers,
    allowTagsRegexes: value.allowTagsRegexes,
    ignoreTagsRegexes: value.ignoreTagsRegexes,
    ...(expressionFilter ? { expressionFilter } : {}),
    includePaths: value.includePaths,
    excludePaths: value.excludePaths,
    ...(since ? { since } : {}),
    discoveryLimit: limitOf(value.discoveryLimit),
    insecureSkipTLSVerify: value.insecureSkipTLSVerify,
  };
}

function pathFindings(
  value: GitValue,
  { path }: SubscriptionContext,
): Finding[] {
  return (['includePaths', 'excludePaths'] as const).flatMap(field =>
    value[field].flatMap((pattern, index) => {
      const fault = pathPatternFault(pattern);
      return fault ? [{ path: [...path, field, index], ...fault }] : [];
    }),
  );
}
