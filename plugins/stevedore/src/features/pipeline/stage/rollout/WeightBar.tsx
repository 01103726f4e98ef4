import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { Rollout } from '@stevedore/plugin-stevedore-common';
import { weightLine } from '../../../../lib/stage/rolloutLines';

const useStyles = makeStyles(
  theme => ({
    bar: {
      position: 'relative',
      height: theme.spacing(1.25),
      margin: theme.spacing(0.5, 0),
      borderRadius: theme.shape.borderRadius,
      backgroundColor: theme.palette.action.selected,
      border: `1px solid ${theme.palette.text.secondary}`,
      overflow: 'hidden',
    },
    actual: {
      height: '100%',
      backgroundColor: theme.palette.primary.main,
      // what forces colours paints no backgrounds
      forcedColorAdjust: 'none',
    },
    wanted: {
      position: 'absolute',
      top: 0,
      height: '100%',
      borderRight: `2px dashed ${theme.palette.text.primary}`,
    },
  }),
  { name: 'StevedoreWeightBar' },
);

/** How much goes to the new version, and a mark where the steps want it to be. */
export function WeightBar({
  canary,
}: {
  canary: NonNullable<Rollout['canary']>;
}) {
  const classes = useStyles();
  const { actual, weight } = canary;
  const line = weightLine(canary);
  return (
    <div>
      <Typography variant="body2">{line}</Typography>
      <div
        className={classes.bar}
        role="meter"
        aria-label="Weight of the new version"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={actual}
        aria-valuetext={line}
      >
        <div className={classes.actual} style={{ width: `${actual}%` }} />
        {weight !== actual && (
          <div className={classes.wanted} style={{ width: `${weight}%` }} />
        )}
      </div>
    </div>
  );
}
