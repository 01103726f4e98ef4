import { makeStyles } from '@material-ui/core/styles';
import { Counted } from '../../lib/stage/groupLines';
import { StateBadge } from '../state';

const useStyles = makeStyles(
  theme => ({
    counts: { display: 'flex', flexDirection: 'column' },
    line: { display: 'flex', gap: theme.spacing(0.75) },
    count: { fontVariantNumeric: 'tabular-nums' },
  }),
  { name: 'StevedoreStateCounts' },
);

/** In how many stages it is how. */
export function StateCounts({ states }: { states: readonly Counted[] }) {
  const classes = useStyles();
  return (
    <span className={classes.counts}>
      {states.map(({ badge, count }) => (
        <span key={badge.word} className={classes.line}>
          <span className={classes.count}>{count} ×</span>
          <StateBadge badge={badge} />
        </span>
      ))}
    </span>
  );
}
