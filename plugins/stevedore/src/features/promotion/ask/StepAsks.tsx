import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  Promotion,
  PromotionDetail,
  PromotionStep,
} from '@stevedore/plugin-stevedore-common';
import { Notice } from '../../../components/notice';
import { PersonName } from '../../../components/text';
import { RelativeTime } from '../../../components/time';
import { asSentence, plainRefs } from '../../../lib/words/plainRefs';
import { stepName } from '../../../lib/words/stepName';
import { AnswerForm } from './AnswerForm';

const useStyles = makeStyles(
  theme => ({
    ask: { '& > * + *': { marginTop: theme.spacing(1) } },
    display: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  }),
  { name: 'StevedoreStepAsks' },
);

/** What running steps ask people, with the form that answers them. */
export function StepAsks({ detail }: { detail: PromotionDetail }) {
  const asking = detail.steps.filter(
    ({ ask, status }) => ask && status === 'Running',
  );
  return (
    <>
      {asking.map(step => (
        <Ask key={step.index} promotion={detail.promotion} step={step} />
      ))}
    </>
  );
}

function Ask({
  promotion,
  step,
}: {
  promotion: Promotion;
  step: PromotionStep;
}) {
  const classes = useStyles();
  const { ask, answers = [], index } = step;
  if (!ask) return null;
  const { name } = stepName(step);
  const { sentence, display, responders = [] } = ask;
  return (
    <Notice tone="attention">
      <section className={classes.ask} aria-label={`Step ${name} asks`}>
        <div>
          <strong>Step {name}</strong>: {asSentence(sentence)}
        </div>
        {display && <div className={classes.display}>{display}</div>}
        {responders.length > 0 && (
          <Typography variant="body2">
            Asked: {responders.map(plainRefs).join(', ')}
          </Typography>
        )}
        {answers.length > 0 && (
          <ul aria-label="Answers">
            {answers.map(({ actor, at, action, message }) => (
              <li key={`${actor} ${at}`}>
                <PersonName entityRef={actor} /> {ACTED[action]}{' '}
                <RelativeTime at={at} />
                {message && <>: “{message}”</>}
              </li>
            ))}
          </ul>
        )}
        <AnswerForm promotion={promotion} step={index} ask={ask} />
      </section>
    </Notice>
  );
}

const ACTED = {
  approve: 'approved',
  reject: 'rejected',
  submit: 'filled it in',
} as const;
