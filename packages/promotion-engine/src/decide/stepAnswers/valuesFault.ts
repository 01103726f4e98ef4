import Ajv, { ErrorObject, ValidateFunction } from 'ajv';
import AjvDraft4 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { RE2JS } from 're2js';

/** RE2 in place of JavaScript's expressions: no pattern of an author can stall the server. */
const re2 = Object.assign(
  (pattern: string) => {
    const compiled = RE2JS.compile(pattern);
    return { test: (text: string) => compiled.matcher(text).find() };
  },
  { code: 'undefined' },
);

const DRAFT = /^https?:\/\/json-schema\.org\/draft-0([467])\/schema#?$/;
const OPTIONS = { strict: false, code: { regExp: re2 } };

/** @throws Error when it is no JSON Schema that is understood here */
function compile(schema: Record<string, unknown>): ValidateFunction {
  const { $schema, ...rest } = schema;
  const [, draft] = DRAFT.exec(String($schema)) ?? [];
  if ($schema !== undefined && !draft)
    throw new Error(
      `$schema must be that of draft-04, draft-06 or draft-07, not ${$schema}`,
    );
  const ajv = draft === '4' ? new AjvDraft4(OPTIONS) : new Ajv(OPTIONS);
  addFormats(ajv);
  return ajv.compile(rest);
}

/** Why this is no schema of a form, for people; undefined when it is one (Kargo: get-user-input). */
export function schemaFault(
  schema: Record<string, unknown>,
): string | undefined {
  if (schema.type !== 'object')
    return 'the schema must describe an object: write type: object at its root';
  try {
    compile(schema);
    return undefined;
  } catch (error) {
    return `the schema is no JSON Schema that is understood here: ${
      (error as Error).message
    }`;
  }
}

/** What is wrong with what somebody filled in, for people; undefined when nothing is. */
export function valuesFault(
  schema: Record<string, unknown>,
  values: Record<string, unknown>,
): string | undefined {
  const fault = schemaFault(schema);
  if (fault) return fault;
  const validate = compile(schema);
  if (validate(values)) return undefined;
  return (validate.errors ?? []).map(wordsOf).join('; ');
}

function wordsOf({ instancePath, message = '', params }: ErrorObject): string {
  const where = instancePath.slice(1).replaceAll('/', '.') || 'the form';
  const extra = params.additionalProperty;
  return `${where} ${message}${extra === undefined ? '' : ` (${extra})`}`;
}
