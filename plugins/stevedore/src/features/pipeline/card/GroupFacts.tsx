import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { FoldButton, StateCounts } from '../../../components/stage';
import { Version } from '../../../components/text';
import { groupLines } from '../../../lib/stage/groupLines';
import { groupLabel, StageGroup } from '../../../lib/stage/parallelStages';

const useStyles = makeStyles(
  theme => ({
    facts: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(0.5),
      minWidth: 0,
      fontSize: theme.typography.body2.fontSize,
      fontVariantNumeric: 'tabular-nums',
      color: theme.palette.text.primary,
    },
    first: {
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: theme.spacing(1),
    },
    name: {
      fontWeight: 'bold',
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
    },
  }),
  { name: 'StevedoreGroupFacts' },
);

export interface GroupFactsProps {
  group: StageGroup;
  onUnfold: () => void;
}

/** Parallel stages as one box: how many of them are how, and have what. */
export function GroupFacts({ group, onUnfold }: GroupFactsProps) {
  const classes = useStyles();
  const { states, here } = groupLines(group);
  const label = groupLabel(group);
  return (
    <div className={classes.facts}>
      <div className={classes.first}>
        <Typography
          component="h4"
          variant="subtitle1"
          className={classes.name}
          title={label}
        >
          {label}
        </Typography>
        <FoldButton
          short
          id={`unfold-${group.id}`}
          group={group}
          folded
          onToggle={onUnfold}
        />
      </div>
      <StateCounts states={states} />
      {here.map(({ version, count }) => (
        <div key={version}>
          {count} × <Version>{version}</Version>
        </div>
      ))}
    </div>
  );
}
