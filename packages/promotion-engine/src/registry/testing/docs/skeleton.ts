import { z, ZodType } from 'zod';

/** The part of JSON Schema that zod writes for the schemas of steps. */
interface Shape {
  type?: string;
  enum?: unknown[];
  minLength?: number;
  minimum?: number;
  properties?: Record<string, Shape>;
  required?: string[];
  additionalProperties?: boolean | Shape;
  items?: Shape;
}

/** The fields of a configuration as YAML in which every value says what it must be. */
export function skeletonOf(schema: ZodType): string {
  const shape = z.toJSONSchema(schema, {
    unrepresentable: 'any',
    io: 'input',
  }) as Shape;
  return fieldLines(shape).join('\n');
}

/** Fields of an object in the order of the schema. */
export function fieldsOf(schema: ZodType): string[] {
  const shape = z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' });
  return Object.keys((shape as Shape).properties ?? {});
}

function fieldLines(shape: Shape): string[] {
  const required = shape.required ?? [];
  const named = Object.entries(shape.properties ?? {}).flatMap(
    ([name, field]) =>
      entryLines(name, field, required.includes(name) && isAsked(field)),
  );
  const others = shape.additionalProperties;
  if (!others || shape.properties) return named;
  const value = others === true ? {} : others;
  return [...named, ...entryLines('<name>', value, false)];
}

/** zod counts a field of any value as required, whether it may be left out or not. */
const isAsked = (field: Shape): boolean => field.type !== undefined;

function entryLines(name: string, field: Shape, required: boolean): string[] {
  const mark = required ? ' # required' : '';
  if (field.type === 'object')
    return [`${name}:${mark}`, ...indented(fieldLines(field))];
  if (field.type !== 'array') return [`${name}: ${words(field)}${mark}`];
  const item = field.items ?? {};
  if (item.type !== 'object') return [`${name}: [${words(item)}, …]${mark}`];
  const [first, ...rest] = fieldLines(item);
  return [`${name}:${mark}`, ...indented([`- ${first}`, ...indented(rest)])];
}

const indented = (lines: string[]): string[] => lines.map(line => `  ${line}`);

const WORDS: Record<string, string> = {
  string: 'text',
  boolean: 'true or false',
  integer: 'whole number',
  number: 'number',
};

function words(field: Shape): string {
  if (field.enum) return field.enum.join(' | ');
  const word = WORDS[field.type ?? ''] ?? 'any value';
  return field.minimum === undefined || field.type !== 'integer'
    ? word
    : `${word}, at least ${field.minimum}`;
}
