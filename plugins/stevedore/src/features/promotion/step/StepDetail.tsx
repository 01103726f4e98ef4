import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { PromotionDetail } from '@stevedore/plugin-stevedore-common';
import { Notice } from '../../../components/notice';
import { Version } from '../../../components/text';
import { stepName } from '../../../lib/words/stepName';
import { StepLogView } from './StepLogView';

const useStyles = makeStyles(
  theme => ({
    detail: {
      padding: theme.spacing(1, 0, 1, 2),
      '& > * + *': { marginTop: theme.spacing(1) },
    },
    values: {
      margin: 0,
      padding: theme.spacing(1),
      border: `1px solid ${theme.palette.divider}`,
      whiteSpace: 'pre-wrap',
      overflowWrap: 'anywhere',
      fontSize: theme.typography.caption.fontSize,
    },
  }),
  { name: 'StevedoreStepDetail' },
);

/** Configuration, outputs and log of one step. */
export function StepDetail({
  detail,
  index,
}: {
  detail: PromotionDetail;
  index: number;
}) {
  const classes = useStyles();
  const { promotion, plan, steps } = detail;
  const { alias, uses, config, output, status, if: condition } = steps[index];
  return (
    <div className={classes.detail}>
      {plan?.hidden ? (
        <Notice tone="quiet">
          Configuration and outputs are not shown. {plan.hidden}
        </Notice>
      ) : (
        <>
          <Values title="Configuration, as it is written" values={config} />
          {condition && (
            <Typography variant="body2">
              Runs if <Version>{condition}</Version>
            </Typography>
          )}
          <Values title="Outputs" values={output} />
        </>
      )}
      {status === 'Pending' ? (
        <Typography variant="body2">
          There is no log: the step has not begun.
        </Typography>
      ) : (
        <StepLogView
          of={{
            project: promotion.project,
            promotion: promotion.name,
            step: alias,
          }}
          name={stepName({ alias, uses }).name}
          running={status === 'Running'}
        />
      )}
    </div>
  );
}

function Values({
  title,
  values,
}: {
  title: string;
  values?: Record<string, unknown>;
}) {
  const classes = useStyles();
  if (!values || Object.keys(values).length === 0) return null;
  return (
    <section aria-label={title}>
      <Typography variant="body2">{title}</Typography>
      <pre className={classes.values}>{JSON.stringify(values, null, 2)}</pre>
    </section>
  );
}
