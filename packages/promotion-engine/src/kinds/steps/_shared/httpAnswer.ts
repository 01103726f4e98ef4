import {
  builtinFunctions,
  evaluate,
  fromJson,
  parseExpression,
  toJson,
  types,
} from '../../../expressions';
import {
  ObjectType,
  ObjectValue,
  Value,
} from '../../../expressions/values/value';
import { HttpResponse } from '../../../ports/runtime';
import { parseYaml } from './parseYaml';

export type AnswerType = 'application/json' | 'application/yaml' | 'text/plain';

const { INT, MAP, STRING, UNKNOWN } = types;

const RESPONSE: ObjectType = {
  name: 'response',
  word: 'map',
  fields: { status: INT, headers: MAP, body: UNKNOWN },
  methods: {
    /** As Go's Header.Get: an empty text for what is not there. */
    header: types.method<ResponseValue>({
      parameters: [STRING],
      result: STRING,
      call: (self, [name]) =>
        self.response.headers[(name as string).toLowerCase()] ?? '',
    }),
  },
};

/** `response` as expressions see it: `status`, `headers`, `header(name)` and `body`. */
class ResponseValue extends ObjectValue {
  readonly type = RESPONSE;

  constructor(readonly response: HttpResponse, private readonly body: unknown) {
    super();
  }

  override field(name: string): Value {
    if (name === 'status') return BigInt(this.response.status);
    if (name === 'body') return fromJson(this.body);
    return Object.fromEntries(
      Object.entries(this.response.headers).map(([key, value]) => [
        canonical(key),
        [value],
      ]),
    );
  }

  override text(): string {
    return `HTTP ${this.response.status}`;
  }

  override plain(): Value {
    const names = ['status', 'headers', 'body'];
    return Object.fromEntries(names.map(name => [name, this.field(name)]));
  }
}

/** `content-type` as Go keeps it: `Content-Type`. */
function canonical(name: string): string {
  return name.replace(
    /(^|-)([a-z])/g,
    (_, dash, letter) => dash + letter.toUpperCase(),
  );
}

/** What came back, and expressions over it. */
export class HttpAnswer {
  private readonly value: ResponseValue;

  /** @throws Error where the body is not what its type says */
  constructor(
    readonly response: HttpResponse,
    private readonly now: string,
    type?: AnswerType,
  ) {
    const declared = response.headers['content-type'] ?? '';
    this.value = new ResponseValue(
      response,
      bodyOf(response.body, type ?? declared.split(';')[0].trim()),
    );
  }

  /** @throws Error with what is wrong with the expression or its values */
  evaluate(expression: string): unknown {
    const value = evaluate(
      parseExpression(expression),
      { response: this.value },
      { functions: builtinFunctions, now: Date.parse(this.now) },
    );
    return toJson(value);
  }

  /** @throws Error that names the field */
  holds(field: string, expression: string): boolean {
    const value = inField(field, () => this.evaluate(expression));
    if (typeof value === 'boolean') return value;
    throw new Error(
      `${field}: it must be true or false, and is ${JSON.stringify(value)}`,
    );
  }

  /** A text that says more than the status; undefined where there is none. @throws Error for what is no expression */
  explanation(expression: string | undefined): string | undefined {
    if (!expression) return undefined;
    inField('errorExpression', () => parseExpression(expression));
    try {
      const value = this.evaluate(expression);
      return typeof value === 'string' && value !== '' ? value : undefined;
    } catch {
      return undefined;
    }
  }

  /** @throws Error that names the output */
  outputs(
    wanted: { name: string; fromExpression: string }[],
  ): Record<string, unknown> {
    return Object.fromEntries(
      wanted.map(({ name, fromExpression }) => [
        name,
        inField(`output ${name}`, () => this.evaluate(fromExpression)),
      ]),
    );
  }
}

function inField<T>(field: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new Error(`${field}: ${(error as Error).message}`, { cause: error });
  }
}

/** What is neither JSON nor YAML nor text is tried as JSON, and nothing of it is seen where it is none. */
function bodyOf(text: string, type: string): unknown {
  if (text.trim() === '') return {};
  if (type === 'text/plain') return text;
  if (/^(application|text)\/(x-)?yaml$|\+yaml$/.test(type))
    return plainJson(parseYaml(text));
  const isJson = /^(application|text)\/json$|\+json$/.test(type);
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!isJson) return {};
    throw new Error(
      `the answer says it is JSON and is none: ${(error as Error).message}`,
    );
  }
}

/** YAML holds more than JSON does; keys become texts. */
const plainJson = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value ?? null));
