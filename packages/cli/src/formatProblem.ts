import { Problem } from '@stevedore/promotion-engine';

/** `file:line:column: error: what is wrong`, and the cure below it. */
export function formatProblem(
  { severity, message, cure, position }: Problem,
  file: string,
): string {
  const place = position
    ? `${position.file}:${position.line}:${position.column}`
    : file;
  return `${place}: ${severity}: ${message}\n  ${cure}\n`;
}
