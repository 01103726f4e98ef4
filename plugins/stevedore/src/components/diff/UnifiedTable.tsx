import { DiffLine, Hunk } from '../../lib/diff/fileDiff';
import { Sign } from './Sign';
import { useDiffStyles } from './useDiffStyles';

/** Old and new lines below each other. */
export function UnifiedTable({
  hunks,
  label,
}: {
  hunks: readonly Hunk[];
  label: string;
}) {
  const classes = useDiffStyles();
  return (
    <table className={classes.table} aria-label={label}>
      <colgroup>
        <col className={classes.numberColumn} />
        <col className={classes.numberColumn} />
        <col className={classes.signColumn} />
        <col />
      </colgroup>
      {hunks.map((hunk, index) => (
        <tbody key={index}>
          <tr>
            <th scope="rowgroup" colSpan={4} className={classes.hunk}>
              {hunk.header}
            </th>
          </tr>
          {hunk.lines.map((line, at) => (
            <UnifiedRow key={at} line={line} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function UnifiedRow({ line }: { line: DiffLine }) {
  const classes = useDiffStyles();
  return (
    <tr className={classes[line.kind]}>
      <td className={classes.number}>{line.old}</td>
      <td className={classes.number}>{line.new}</td>
      <td className={classes.sign}>
        <Sign kind={line.kind} />
      </td>
      <td className={classes.text}>{line.text}</td>
    </tr>
  );
}
