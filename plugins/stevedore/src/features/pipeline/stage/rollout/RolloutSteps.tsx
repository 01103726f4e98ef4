import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { Rollout } from '@stevedore/plugin-stevedore-common';
import { StateShape } from '../../../../components/state';
import { VisuallyHidden } from '../../../../components/text';
import { stepMark } from '../../../../lib/stage/rolloutLines';

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    step: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1),
      padding: theme.spacing(0.25, 0),
    },
    current: { fontWeight: 'bold' },
  }),
  { name: 'StevedoreRolloutSteps' },
);

/** The steps of a canary, and which one it is at. */
export function RolloutSteps({ rollout }: { rollout: Rollout }) {
  const classes = useStyles();
  const { steps = [] } = rollout.canary ?? {};
  if (steps.length === 0) return null;
  return (
    <ol className={classes.list} aria-label={`Steps of ${rollout.name}`}>
      {steps.map(({ name, state }, index) => {
        const { word, ...shape } = stepMark(state, rollout);
        return (
          <li
            // two steps may be the same
            // eslint-disable-next-line react/no-array-index-key
            key={index}
            className={classes.step}
            aria-current={state === 'current' ? 'step' : undefined}
          >
            <StateShape {...shape} />
            <Typography
              variant="body2"
              component="span"
              className={state === 'current' ? classes.current : undefined}
            >
              {index + 1}. {name} <VisuallyHidden>({word})</VisuallyHidden>
            </Typography>
          </li>
        );
      })}
    </ol>
  );
}
