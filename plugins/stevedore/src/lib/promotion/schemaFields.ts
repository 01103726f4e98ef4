/** A field of a form that a step asks people to fill in. */
export interface SchemaField {
  name: string;
  label: string;
  help?: string;
  kind: 'text' | 'number' | 'boolean' | 'choice' | 'json';
  /** Texts of the choices, in their order. */
  choices: string[];
  required: boolean;
  /** What stands in it at first. */
  initial: string;
}

/** What stands in the fields, by name; a boolean is `true` or empty. */
export type Filled = Readonly<Record<string, string>>;

interface Property {
  type?: unknown;
  title?: unknown;
  description?: unknown;
  enum?: unknown[];
  default?: unknown;
}

/** The fields of a JSON Schema whose root is an object. What may stand in them, the backend decides. */
export function schemaFields(schema: Record<string, unknown>): SchemaField[] {
  const properties = (schema.properties ?? {}) as Record<string, Property>;
  const required = Array.isArray(schema.required) ? schema.required : [];
  return Object.entries(properties).map(([name, property]) => ({
    name,
    label: typeof property.title === 'string' ? property.title : name,
    help:
      typeof property.description === 'string'
        ? property.description
        : undefined,
    kind: kindOf(property),
    choices: (property.enum ?? []).map(textOf),
    required: required.includes(name),
    initial: initialOf(property),
  }));
}

/** What is sent: numbers as numbers, and nothing of a field that was left empty. */
export function filledValues(
  schema: Record<string, unknown>,
  filled: Filled,
): Record<string, unknown> {
  const properties = (schema.properties ?? {}) as Record<string, Property>;
  const entries = schemaFields(schema).flatMap(({ name, kind, initial }) => {
    const text = filled[name] ?? initial;
    if (kind === 'boolean') return [[name, text === 'true']];
    if (text === '') return [];
    return [[name, valueOf(kind, text, properties[name])]];
  });
  return Object.fromEntries(entries);
}

function kindOf({ type, enum: choices }: Property): SchemaField['kind'] {
  if (choices) return 'choice';
  switch (type) {
    case 'number':
    case 'integer':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'object':
    case 'array':
      return 'json';
    default:
      return 'text';
  }
}

function valueOf(
  kind: SchemaField['kind'],
  text: string,
  { enum: choices = [] }: Property,
): unknown {
  if (kind === 'choice') return choices.find(each => textOf(each) === text);
  if (kind === 'number')
    return Number.isNaN(Number(text)) ? text : Number(text);
  return kind === 'json' ? parsed(text) : text;
}

/** What is no JSON is sent as it is: the backend says what is wrong with it. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function initialOf({ default: given }: Property): string {
  return given === undefined ? '' : textOf(given);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
