import { ExpressionError, Fault, inField } from '../errors';
import { Environment, EvaluateOptions, evaluateWithin } from '../evaluate';
import { quotingFunctions } from '../functions/kargo';
import { Budget, MAX_DEPTH } from '../limits';
import { parseExpression } from '../parseExpression';
import { isArray, isMap, newMap } from '../values/collections';
import { formatInfinite } from '../values/floats';
import { marshalJson } from '../values/json';
import type { Value } from '../values/value';
import { coerceText } from './coerce';
import { hasExpressions, splitTemplate, TemplatePart } from './parseTemplate';

/** Steps for reading and checking an expression, besides its characters. */
const PARSE_STEPS = 50;

type Shared = EvaluateOptions & { budget: Budget };

/**
 * Evaluates the expressions in a text, puts their results in their places (strings as they are, everything
 * else as JSON) and coerces the whole. A text without expressions comes back untouched.
 * Source of the rules: Kargo's `expressions.EvaluateTemplate`. Throws `ExpressionError` and `NeedsFact`.
 */
export function evaluateTemplate(
  template: string,
  environment: Environment,
  options: EvaluateOptions = {},
): Value {
  return evaluateText(template, environment, {
    ...options,
    budget: new Budget(options.limits),
  });
}

/**
 * Evaluates every string among the values of a JSON value, never its keys. NaN and infinities are errors,
 * since the result must be JSON again. Source of the rules: Kargo's `expressions.EvaluateJSONTemplate`,
 * which also reserves the names `quote`, `asYAML` and `asJSON`. Throws `ExpressionError` and `NeedsFact`.
 */
export function evaluateJsonTemplate(
  value: unknown,
  environment: Environment,
  options: EvaluateOptions = {},
): Value {
  const reserved = [...quotingFunctions.keys()].find(
    name => name !== 'unsafeQuote' && name in environment,
  );
  if (reserved) {
    throw new ExpressionError(
      `"${reserved}" is reserved and cannot be a name in the environment`,
    );
  }
  return evaluateEach(value as Value, {
    environment,
    options: { ...options, budget: new Budget(options.limits) },
    depth: 0,
  });
}

interface Walk {
  readonly environment: Environment;
  readonly options: Shared;
  readonly depth: number;
}

function evaluateEach(value: Value, walk: Walk): Value {
  if (typeof value === 'string') {
    return requireJson(evaluateText(value, walk.environment, walk.options));
  }
  if (!isArray(value) && !isMap(value)) {
    return value;
  }
  if (walk.depth > MAX_DEPTH) {
    throw new ExpressionError('value is nested too deeply');
  }
  const inner = { ...walk, depth: walk.depth + 1 };
  if (isArray(value)) {
    return value.map((item, index) =>
      inField(index, () => evaluateEach(item, inner)),
    );
  }
  const map = newMap();
  for (const [key, item] of Object.entries(value)) {
    map[key] = inField(key, () => evaluateEach(item, inner));
  }
  return map;
}

function evaluateText(
  template: string,
  environment: Environment,
  options: Shared,
): Value {
  if (!hasExpressions(template)) {
    return template;
  }
  return withoutFaults(() => {
    const text = splitTemplate(template)
      .map(part =>
        part.kind === 'text'
          ? part.text
          : placed(template, part.offset, () =>
              evaluatePart(part, environment, options),
            ),
      )
      .join('');
    return coerceText(text, options.budget);
  });
}

function evaluatePart(
  part: TemplatePart,
  environment: Environment,
  options: Shared,
): string {
  options.budget.step(PARSE_STEPS + part.text.length);
  const value = evaluateWithin(
    parseExpression(part.text),
    environment,
    options,
  );
  return typeof value === 'string' ? value : marshalJson(value, options.budget);
}

function requireJson(value: Value): Value {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new ExpressionError(
      `json: unsupported value: ${formatInfinite(value)}`,
    );
  }
  return value;
}

/** Errors of an expression point into the template. */
function placed<T>(template: string, offset: number, run: () => T): T {
  try {
    return withoutFaults(run);
  } catch (error) {
    throw error instanceof ExpressionError
      ? error.inTemplate(template, offset)
      : error;
  }
}

function withoutFaults<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw error instanceof Fault ? new ExpressionError(error.message) : error;
  }
}
