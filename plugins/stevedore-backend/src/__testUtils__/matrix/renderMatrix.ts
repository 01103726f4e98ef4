import { ROLES } from './roles';
import { MatrixRow } from './rows';

/** The table of docs/permissions.md, in the width that the formatter gives it. */
export function renderMatrix(rows: readonly MatrixRow[]): string {
  const lines = [
    ['Operation', 'Takes', ...ROLES],
    ...rows.map(({ operation, when, needs, may }) => [
      when ? `\`${operation}\` ${when}` : `\`${operation}\``,
      needs.replace(/stevedore\.[a-z.-]*[a-z]/g, '`$&`'),
      ...ROLES.map(role => {
        if (may.includes(role)) return 'yes';
        return role === 'anonymous' ? '401' : '403';
      }),
    ]),
  ];
  const widths = lines[0].map((_, column) =>
    Math.max(...lines.map(line => line[column].length)),
  );
  const [head, ...body] = lines.map(
    line =>
      `| ${line
        .map((cell, column) => cell.padEnd(widths[column]))
        .join(' | ')} |`,
  );
  const rule = `| ${widths.map(width => '-'.repeat(width)).join(' | ')} |`;
  return [head, rule, ...body].join('\n');
}
