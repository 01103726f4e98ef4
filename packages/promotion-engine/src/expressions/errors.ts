/** Where in an expression something stands: offset in UTF-16 units from 0, line and column (in characters) from 1. */
export interface Position {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/**
 * The only error that a wrong expression, template or input can cause.
 * The message ends with the source line and a caret below the place, as expr-lang prints it.
 */
export class ExpressionError extends Error {
  override name = 'ExpressionError';
  /** What is wrong, without the place. */
  readonly reason: string;
  readonly position?: Position;

  constructor(reason: string, place?: { source: string; offset: number }) {
    const position = place && positionAt(place.source, place.offset);
    super(
      position && place
        ? `${reason} (${position.line}:${position.column})${caret(
            place.source,
            position,
          )}`
        : reason,
    );
    this.reason = reason;
    this.position = position;
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

function positionAt(source: string, offset: number): Position {
  const before = source.slice(0, offset).split('\n');
  return {
    offset,
    line: before.length,
    column: [...before[before.length - 1]].length + 1,
  };
}

function caret(source: string, position: Position): string {
  const line = source.split('\n')[position.line - 1] ?? '';
  return `\n | ${line}\n | ${'.'.repeat(position.column - 1)}^`;
}
