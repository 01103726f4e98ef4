/** Where in an expression something stands: offset in UTF-16 units from 0, line and column (in characters) from 1. */
export interface Position {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/** The text that is wrong, and where in it. */
interface Place {
  readonly source: string;
  readonly offset: number;
}

/** How much of a line is shown on each side of the caret, in characters. */
const SHOWN = 60;

/**
 * The only error that a wrong expression, template or input can cause.
 * The message ends with the source line and a caret below the place, as expr-lang prints it; it begins with the
 * field (`config.updates[0].value`) where the text is one of many.
 */
export class ExpressionError extends Error {
  override name = 'ExpressionError';
  /** What is wrong, without the place. */
  readonly reason: string;
  readonly position?: Position;
  /** The field of a larger value that holds the text. */
  readonly field?: string;
  private readonly place?: Place;

  constructor(reason: string, place?: Place, field?: string) {
    const position = place && positionAt(place);
    const what =
      position && place
        ? `${reason} (${position.line}:${position.column})${caret(
            place.source,
            position,
          )}`
        : reason;
    super(field === undefined ? what : `${field}: ${what}`);
    this.reason = reason;
    this.position = position;
    this.place = place;
    this.field = field;
  }

  /** The same failure as part of something larger: a field name, or an index of a list. */
  inside(name: string | number): ExpressionError {
    const rest = this.field ?? '';
    const joint = rest === '' || rest.startsWith('[') ? '' : '.';
    const step = typeof name === 'number' ? `[${name}]` : name;
    return new ExpressionError(this.reason, this.place, step + joint + rest);
  }

  /** The same failure, placed in the template whose part the expression is. */
  inTemplate(template: string, offset: number): ExpressionError {
    const place = {
      source: template,
      offset: offset + (this.position?.offset ?? 0),
    };
    return new ExpressionError(this.reason, place, this.field);
  }
}

/**
 * A host function (or a value in the environment) stands for a fact that is not known yet. The caller
 * fetches the fact and evaluates again; it is no `ExpressionError`, because nothing is wrong.
 */
export class NeedsFact extends Error {
  override name = 'NeedsFact';
  readonly kind: string;
  readonly fact: string;

  constructor(need: { kind: string; name: string }) {
    super(`needs ${need.kind} "${need.name}"`);
    this.kind = need.kind;
    this.fact = need.name;
  }
}

/** A failure inside the evaluator or a function; the evaluator knows the place and makes an `ExpressionError` of it. */
export class Fault extends Error {
  override name = 'Fault';
}

/** Runs something for one part of a larger value; its errors say which part. */
export function inField<T>(name: string | number, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw error instanceof ExpressionError ? error.inside(name) : error;
  }
}

function positionAt({ source, offset }: Place): Position {
  const before = source.slice(0, offset).split('\n');
  return {
    offset,
    line: before.length,
    column: [...before[before.length - 1]].length + 1,
  };
}

/** Of a long line only the surroundings of the place are shown. */
function caret(source: string, position: Position): string {
  const line = [...(source.split('\n')[position.line - 1] ?? '')];
  const at = position.column - 1;
  const from = Math.max(0, at - SHOWN);
  const start = from > 0 ? '…' : '';
  const end = at + SHOWN < line.length ? '…' : '';
  const shown = start + line.slice(from, at + SHOWN).join('') + end;
  return `\n | ${shown}\n | ${'.'.repeat(start.length + at - from)}^`;
}
