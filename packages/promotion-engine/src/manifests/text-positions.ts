import { LineCounter, Scalar } from 'yaml';

/** From `offset` in a value on, characters stand at `line` and `column` of the file, until the next segment. */
export interface ValueSegment {
  offset: number;
  line: number;
  column: number;
}

/** Where the characters of a scalar stand in its file; lines and columns count from 1. */
export type ValueSegments = readonly ValueSegment[];

export function locateOffset(
  segments: ValueSegments,
  offset: number,
): { line: number; column: number } {
  let found = segments[0];
  for (const segment of segments) {
    if (segment.offset <= offset) {
      found = segment;
    }
  }
  return {
    line: found.line,
    column: found.column + Math.max(0, offset - found.offset),
  };
}

interface ScalarSource {
  text: string;
  lines: LineCounter;
}

/** Exact for one line, block literals and double quotes without escapes; otherwise the scalar's start. */
export function segmentsOf(
  scalar: Scalar,
  source: ScalarSource,
): ValueSegments {
  const start = scalar.range?.[0] ?? 0;
  const at = source.lines.linePos(start);
  const position = { line: Math.max(1, at.line), column: Math.max(1, at.col) };
  if (scalar.type === 'BLOCK_LITERAL') {
    return blockSegments(scalar, { text: source.text, position, start });
  }
  const quoted =
    scalar.type === 'QUOTE_DOUBLE' || scalar.type === 'QUOTE_SINGLE';
  return [
    {
      offset: 0,
      line: position.line,
      column: position.column + (quoted ? 1 : 0),
    },
  ];
}

interface BlockSource {
  text: string;
  start: number;
  position: { line: number; column: number };
}

function blockSegments(
  scalar: Scalar,
  { text, start, position }: BlockSource,
): ValueSegments {
  const raw = text
    .slice(start, scalar.range?.[1] ?? start)
    .split('\n')
    .slice(1);
  const value = String(scalar.value).split('\n');
  const first = raw.findIndex(line => line.trim() !== '');
  const indent =
    first < 0
      ? 0
      : raw[first].length -
        raw[first].trimStart().length -
        leadingSpaces(value[first] ?? '');
  let offset = 0;
  return value.map((line, index) => {
    const segment = {
      offset,
      line: position.line + 1 + index,
      column: indent + 1,
    };
    offset += line.length + 1;
    return segment;
  });
}

function leadingSpaces(line: string): number {
  return line.length - line.trimStart().length;
}
