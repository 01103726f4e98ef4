import { z } from 'zod';
import { parseGoUrl } from '../../../model/goUrl';

/** A text that is not empty. */
export const text = z.string().min(1);

/**
 * A duration such as `1m30s`. Kargo's pattern is not anchored, so a text that merely holds one passes here and fails
 * when it is read.
 */
export const durationText = z
  .string()
  .regex(/(?:\d+(ns|us|µs|ms|s|m|h))+/, 'must be a duration such as 30s or 1m');

/** A URL with a scheme; `git@host:path` is none (Kargo: format `uri`). */
export const uri = text.refine(
  value => Boolean(parseGoUrl(value)?.scheme) && !value.includes('\\'),
  'must be a URL with a scheme, such as https://…',
);

/** Who hosts a repository; left out, it is read from the URL. */
export const gitProvider = z.enum([
  'azure',
  'bitbucket',
  'gitea',
  'github',
  'gitlab',
]);

/** Header lines or query parameters. */
export const nameValues = z.array(z.strictObject({ name: text, value: text }));

/** Outputs that are made of what was read, by an expression. */
export const expressionOutputs = z.array(
  z.strictObject({ name: text, fromExpression: text }),
);
