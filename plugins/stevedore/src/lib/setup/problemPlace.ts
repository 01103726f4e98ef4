import { PipelineProblem } from '@stevedore/plugin-stevedore-common';

/** `catalog-info.yaml, line 12, column 5`; undefined when the problem has no place. */
export function problemPlace({
  file,
  line,
  column,
  object,
  field,
}: PipelineProblem): string | undefined {
  const parts = [
    file,
    line === undefined ? undefined : `line ${line}`,
    column === undefined ? undefined : `column ${column}`,
  ].filter(Boolean);
  if (parts.length > 0) return parts.join(', ');
  return [object, field].filter(Boolean).join(', ') || undefined;
}
