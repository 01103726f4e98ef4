import { z } from 'zod';
import { Finding } from '../document';
import { ReadOptions } from '../options';
import { Path } from '../path';
import { expressionFault } from '../templates';
import { regexFault } from './patterns';

/** What the readers of all kinds of subscriptions share. */
export interface SubscriptionContext {
  path: Path;
  options: ReadOptions;
}

/** Kargo: discoveryLimit; 0 means the default. */
export const Limit = z.int().min(0).max(100).default(0);
const DEFAULT_LIMIT = 20;

export function limitOf(written: number): number {
  return written || DEFAULT_LIMIT;
}

/** What is wrong with a version range. */
export function constraintFinding(
  constraint: string | undefined,
  field: string,
  { path, options }: SubscriptionContext,
): Finding[] {
  const fault = constraint ? options.checkConstraint?.(constraint) : undefined;
  return fault
    ? [
        {
          path: [...path, field],
          verdict: 'admission',
          message: `${JSON.stringify(
            constraint,
          )} is no version range: ${fault.replace(/\.$/, '')}.`,
          cure: 'Write a range such as ^1.0.0 or >=1.2 <2.',
        },
      ]
    : [];
}

interface TagFields {
  allowTagsRegexes: string[];
  ignoreTagsRegexes: string[];
  allowTags?: string;
  ignoreTags?: string[];
}

export function regexFindings(value: TagFields, path: Path): Finding[] {
  return (['allowTagsRegexes', 'ignoreTagsRegexes'] as const).flatMap(field =>
    value[field].flatMap((pattern, index) => {
      const fault = regexFault(pattern);
      return fault ? [{ path: [...path, field, index], ...fault }] : [];
    }),
  );
}

export function removedFindings(value: TagFields, path: Path): Finding[] {
  return (['allowTags', 'ignoreTags'] as const)
    .filter(field => (value[field] ?? '').length > 0)
    .map(field => ({
      path: [...path, field],
      atKey: true,
      message: `${field} was removed from Kargo.`,
      cure: `Use ${field}Regexes.`,
    }));
}

/** A bare expression, which Kargo looks at only when it is needed. */
export function expressionFinding(
  expression: string | undefined,
  path: Path,
): Finding[] {
  const fault = expression ? expressionFault(expression) : undefined;
  return fault
    ? [
        {
          path,
          offset: fault.offset,
          message: `The expression does not parse: ${fault.message.replace(
            /\.$/,
            '',
          )}.`,
          cure: 'Correct the expression; it stands without ${{ and }} here.',
        },
      ]
    : [];
}
