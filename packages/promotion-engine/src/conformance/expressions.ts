import {
  Duration,
  Environment,
  ExpressionError,
  evaluate,
  evaluateCreationCriteria,
  evaluateIf,
  evaluateJsonTemplate,
  evaluateTemplate,
  IfInput,
  DiscoveredArtifacts,
  joinFunctions,
  kargoFunctions,
  parseExpression,
  Time,
  toJson,
  Value,
  warehouseFunctions,
} from '../expressions';
import { ObjectValue } from '../expressions/values/value';
import { ConformanceAnswer, ConformanceCase, Suite } from './answer';

/** Vectors were recorded with a running clock; any moment after 2020 answers them. */
const options = { now: Date.UTC(2026, 7, 1) };

/** A bare expression, evaluated with Kargo's utility and quoting functions. */
export const answerExpr: Suite = question =>
  answer(question, () =>
    described(
      evaluate(
        parseExpression(question.input),
        environmentOf(question),
        options,
      ),
    ),
  );

/** A template: a string is coerced as a whole, any other JSON has all its strings evaluated. */
export const answerTemplate: Suite = question =>
  answer(question, () => {
    const evaluateInput =
      typeof question.input === 'string'
        ? evaluateTemplate
        : evaluateJsonTemplate;
    return described(
      evaluateInput(question.input, environmentOf(question), options),
    );
  });

const ifFunctions = joinFunctions(kargoFunctions, warehouseFunctions);

/** The promotion in which the conditions of the vectors were asked. */
const ifEnvironment = {
  ctx: {
    project: 'demo',
    stage: 'test',
    promotion: 'promo-1',
    uiBaseUrl: 'https://kargo.example.com',
    targetFreight: {
      name: 'abc123',
      alias: 'happy-hippo',
      origin: { name: 'main' },
    },
    meta: {
      promotion: { actor: 'alice', rollback: false },
      step: { alias: '' },
    },
  },
};

/** Whether a step runs. */
export const answerIf: Suite = question =>
  answer(question, () => {
    const input: IfInput = { ...question.input, environment: ifEnvironment };
    return described(evaluateIf(input, { ...options, functions: ifFunctions }));
  });

/** Whether freight may be made of what was discovered. */
export const answerCreationCriteria: Suite = question =>
  answer(question, () => {
    const { expression, artifacts } = question.input as {
      expression: string;
      artifacts: DiscoveredArtifacts | null;
    };
    return {
      output: {
        satisfied: evaluateCreationCriteria(expression, artifacts, options),
      },
    };
  });

function environmentOf(question: ConformanceCase): Environment {
  return (question.env ?? {}) as Environment;
}

/** Anything but an `ExpressionError` is a defect of ours and must be seen. */
function answer(
  { id }: ConformanceCase,
  evaluated: () => { output: unknown; type?: string },
): ConformanceAnswer {
  try {
    return { id, ...evaluated() };
  } catch (error) {
    if (error instanceof ExpressionError) {
      return { id, error: error.message };
    }
    throw error;
  }
}

function described(value: Value): { output: unknown; type: string } {
  return { output: outputOf(value), type: typeOf(value) };
}

/** As the recorder writes values: floats that JSON lacks by name, durations as text. */
function outputOf(value: Value): unknown {
  if (typeof value === 'bigint') {
    return Number(value);
  }
  if (typeof value === 'number' && !Number.isFinite(value)) {
    return Number.isNaN(value) ? 'NaN' : `${value > 0 ? '+' : '-'}Inf`;
  }
  if (value instanceof ObjectValue) {
    return objectOutput(value);
  }
  return Array.isArray(value) ? value.map(outputOf) : collectionOutput(value);
}

function collectionOutput(value: Value): unknown {
  if (
    typeof value !== 'object' ||
    value === null ||
    value instanceof Uint8Array
  ) {
    return toJson(value);
  }
  const entries = Object.entries(
    value instanceof Map ? (toJsonKeys(value) as object) : value,
  );
  return Object.fromEntries(
    entries.map(([key, item]) => [key, outputOf(item as Value)]),
  );
}

function toJsonKeys(map: ReadonlyMap<Value, Value>): Record<string, Value> {
  return Object.fromEntries(
    [...map].map(([key, item]) => [
      Object.keys(toJson(new Map([[key, null]])) as object)[0],
      item,
    ]),
  );
}

function objectOutput(value: ObjectValue): unknown {
  const plain = value.plain();
  return value instanceof Duration || typeof plain !== 'bigint'
    ? textOrPlain(value)
    : outputOf(plain);
}

function textOrPlain(value: ObjectValue): unknown {
  if (value instanceof Duration || value.type.name === '*time.Location') {
    return (value as Duration).text();
  }
  return toJson(value);
}

function typeOf(value: Value): string {
  if (value instanceof Time) {
    return 'time';
  }
  if (value instanceof ObjectValue) {
    const words: Record<string, string> = {
      'time.Duration': 'duration',
      '*time.Location': 'location',
      'semver.Version': 'semver',
      '*semver.Version': 'semver',
    };
    return (
      words[value.type.name] ??
      (typeof value.plain() === 'bigint' ? 'int' : 'map')
    );
  }
  if (value instanceof Uint8Array) {
    return 'bytes';
  }
  if (Array.isArray(value)) {
    return 'array';
  }
  const words: Record<string, string> = {
    bigint: 'int',
    number: 'float',
    boolean: 'bool',
    string: 'string',
  };
  return words[typeof value] ?? (value === null ? 'nil' : 'map');
}
