import { DiffLine, Hunk } from '../../lib/diff/fileDiff';
import { sideBySide } from '../../lib/diff/sideBySide';
import { VisuallyHidden } from '../text';
import { Sign } from './Sign';
import { useDiffStyles } from './useDiffStyles';

/** As it is on the left, as it would be on the right. */
export function SplitTable({
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
        <col className={classes.signColumn} />
        <col />
        <col className={classes.numberColumn} />
        <col className={classes.signColumn} />
        <col />
      </colgroup>
      <thead>
        <tr>
          {['as it is', 'as it would be'].map(side => (
            <th key={side} scope="colgroup" colSpan={3}>
              {side}
            </th>
          ))}
        </tr>
      </thead>
      {hunks.map((hunk, index) => (
        <tbody key={index}>
          <tr>
            <th scope="rowgroup" colSpan={6} className={classes.hunk}>
              {hunk.header}
            </th>
          </tr>
          {sideBySide(hunk.lines).map(({ left, right }, at) => (
            <tr key={at}>
              <Side line={left} number={left?.old} />
              <Side line={right} number={right?.new} />
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

function Side({ line, number }: { line?: DiffLine; number?: number }) {
  const classes = useDiffStyles();
  if (!line)
    return (
      <td colSpan={3} className={classes.emptyCell}>
        <VisuallyHidden>no line</VisuallyHidden>
      </td>
    );
  const colours = { added: classes.addedCell, removed: classes.removedCell };
  const colour =
    line.kind === 'added' || line.kind === 'removed' ? colours[line.kind] : '';
  return (
    <>
      <td className={`${classes.number} ${colour}`}>{number}</td>
      <td className={`${classes.sign} ${colour}`}>
        <Sign kind={line.kind} />
      </td>
      <td className={`${classes.text} ${colour}`}>{line.text}</td>
    </>
  );
}
