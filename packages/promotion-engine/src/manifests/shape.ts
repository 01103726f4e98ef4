import { z } from 'zod';
import { Finding } from './document';
import { suggestion } from './nearest';
import { formatPath, Path } from './path';

export interface ShapeOptions {
  /** Where in the document the value stands. */
  base?: Path;
  /** Kargo drops unknown fields of subscriptions in silence; elsewhere its API server refuses them. */
  unknownFields?: 'admission' | 'runnable';
}

export interface ShapeResult<T> {
  value?: T;
  findings: Finding[];
}

/** What a refinement may say beside its message. */
export interface RuleParams {
  cure?: string;
  verdict?: 'admission' | 'runnable';
}

/** Reads a value by its schema; whatever does not fit is told with path and cure. */
export function readShape<T>(
  schema: z.ZodType<T>,
  value: unknown,
  options: ShapeOptions = {},
): ShapeResult<T> {
  const result = schema.safeParse(value);
  if (result.success) {
    return { value: result.data, findings: [] };
  }
  const findings = result.error.issues.flatMap(issue =>
    describe(issue, { schema, value }, options),
  );
  return { findings };
}

interface Subject {
  schema: z.ZodType;
  value: unknown;
}

function describe(
  issue: z.core.$ZodIssue,
  subject: Subject,
  options: ShapeOptions,
): Finding[] {
  const inner = issue.path.map(part =>
    typeof part === 'symbol' ? String(part) : part,
  );
  const path = [...(options.base ?? []), ...inner];
  if (issue.code === 'unrecognized_keys') {
    const known = knownFields(subject.schema, inner);
    const place = path.length > 0 ? ` in ${formatPath(path)}` : '';
    return issue.keys.map(key => ({
      path: [...path, key],
      atKey: true,
      verdict: options.unknownFields ?? 'admission',
      message: `There is no field ${key}${place}.`,
      cure: suggestion(key, known),
    }));
  }
  if (issue.code === 'custom') {
    const params = (issue.params ?? {}) as RuleParams;
    return [
      {
        path,
        verdict: params.verdict ?? 'admission',
        message: issue.message,
        cure: params.cure ?? 'Correct this value.',
      },
    ];
  }
  return [
    {
      path,
      verdict: 'admission',
      ...sentence(issue, formatPath(path), valueAt(subject.value, inner)),
    },
  ];
}

function sentence(
  issue: z.core.$ZodIssue,
  field: string,
  value: unknown,
): { message: string; cure: string } {
  const shown =
    value === undefined || typeof value === 'object'
      ? ''
      : ` ${JSON.stringify(value)}`;
  switch (issue.code) {
    case 'invalid_type': {
      if (value === undefined) {
        return {
          message: `${field} is missing.`,
          cure: `Add ${field} (${wordFor(issue.expected)}).`,
        };
      }
      const quotes = issue.expected === 'string' ? ' Write it in quotes.' : '';
      return {
        message: `${field} is ${kindOf(value)}${shown}, not ${wordFor(
          issue.expected,
        )}.`,
        cure: `Give ${wordFor(issue.expected)} here.${quotes}`,
      };
    }
    case 'invalid_value':
      return value === undefined
        ? {
            message: `${field} is missing.`,
            cure: `Use one of: ${issue.values.filter(Boolean).join(', ')}.`,
          }
        : {
            message: `${field} cannot be${shown}.`,
            cure: suggestion(
              String(value),
              issue.values.map(String).filter(Boolean),
            ),
          };
    case 'too_small':
      return {
        message: `${field}${shown} is too short or too small.`,
        cure: `At least ${issue.minimum} is needed.`,
      };
    case 'too_big':
      return {
        message: `${field}${shown} is too long or too large.`,
        cure: `At most ${issue.maximum} is possible.`,
      };
    default:
      return {
        message: `${field}${shown} is not valid: ${issue.message}.`,
        cure: 'Correct this value.',
      };
  }
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) {
    return 'a list';
  }
  const kind = typeof value;
  return kind === 'object' ? 'an object' : `a ${kind}`;
}

function wordFor(expected: string): string {
  const words: Record<string, string> = {
    string: 'a text',
    array: 'a list',
    object: 'an object',
    record: 'an object',
    boolean: 'true or false',
    number: 'a number',
    int: 'a whole number',
  };
  return words[expected] ?? expected;
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (found, part) =>
      found && typeof found === 'object'
        ? (found as Record<string, unknown>)[part]
        : undefined,
    value,
  );
}

/** The fields that the schema knows at a path. */
function knownFields(schema: z.ZodType, path: Path): string[] {
  let found: unknown = unwrap(schema);
  for (const part of path) {
    if (found instanceof z.ZodObject) {
      found = unwrap(found.shape[String(part)]);
    } else if (found instanceof z.ZodArray) {
      found = unwrap(found.element);
    } else if (found instanceof z.ZodRecord) {
      found = unwrap(found.valueType);
    }
  }
  return found instanceof z.ZodObject ? Object.keys(found.shape) : [];
}

function unwrap(schema: unknown): unknown {
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodNullable
  ) {
    return unwrap(schema.unwrap());
  }
  return schema instanceof z.ZodPipe ? unwrap(schema.in) : schema;
}
