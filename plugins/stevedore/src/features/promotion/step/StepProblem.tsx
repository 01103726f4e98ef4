import { makeStyles } from '@material-ui/core/styles';
import { PromotionStep } from '@stevedore/plugin-stevedore-common';
import { Notice } from '../../../components/notice';
import { stepFailure } from '../../../lib/promotion/stepFailure';

const useStyles = makeStyles(
  theme => ({
    raw: {
      margin: theme.spacing(1, 0),
      whiteSpace: 'pre-wrap',
      overflowWrap: 'anywhere',
      fontSize: theme.typography.caption.fontSize,
    },
    tries: { margin: 0, paddingLeft: theme.spacing(2.5) },
  }),
  { name: 'StevedoreStepProblem' },
);

/** What went wrong in plain words, then exactly what was said, then what to try. */
export function StepProblem({ step }: { step: PromotionStep }) {
  const classes = useStyles();
  const failure = stepFailure(step);
  if (!failure) return null;
  return (
    <Notice tone="bad">
      <strong>{failure.plain}</strong>
      {failure.raw && <pre className={classes.raw}>{failure.raw}</pre>}
      What to try:
      <ul className={classes.tries}>
        {failure.tries.map(each => (
          <li key={each}>{each}</li>
        ))}
      </ul>
    </Notice>
  );
}
