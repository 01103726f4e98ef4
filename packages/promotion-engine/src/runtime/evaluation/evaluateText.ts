import { parseExpression } from '../../expressions/parseExpression';
import { coerce } from './coerce';
import { evaluateNode, Scope } from './evaluateNode';

const START = /\$\{\{|\$\{%/;

/**
 * Kargo's templates: `${{ … }}` and `${% … %}`, the end being the first closing pair. A text without either stays as
 * it is; any other is coerced as a whole (json_templates.go).
 */
export function evaluateText(text: string, scope: Scope): unknown {
  if (!START.test(text)) return text;
  let out = '';
  let rest = text;
  for (;;) {
    const start = START.exec(rest);
    if (!start) return coerce(out + rest);
    const close = start[0] === '${{' ? '}}' : '%}';
    const end = rest.indexOf(close, start.index + 3);
    if (end < 0)
      throw new Error(
        `unclosed expression in ${JSON.stringify(text)}: ${close} is missing`,
      );
    const value = evaluateNode(
      parseExpression(rest.slice(start.index + 3, end)).root,
      scope,
    );
    out +=
      rest.slice(0, start.index) +
      (typeof value === 'string' ? value : JSON.stringify(value ?? null));
    rest = rest.slice(end + 2);
  }
}

/** Values are evaluated, keys never. */
export function evaluateValue(value: unknown, scope: Scope): unknown {
  if (typeof value === 'string') return evaluateText(value, scope);
  if (Array.isArray(value))
    return value.map(each => evaluateValue(each, scope));
  if (value && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [
        key,
        evaluateValue(each, scope),
      ]),
    );
  }
  return value;
}
