import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { Metric } from '@stevedore/plugin-stevedore-common';
import { StateShape } from '../../../components/state';
import { RelativeTime } from '../../../components/time';
import { metricLine } from '../../../lib/stage/metricLine';
import { verificationBadge } from '../../../lib/words/verificationBadge';

/** As many marks as fit on a narrow page. */
const MARKS = 20;

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: theme.spacing(1, 0), padding: 0 },
    metric: { marginBottom: theme.spacing(1) },
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 1),
    },
    marks: { display: 'flex' },
    last: { overflowWrap: 'anywhere' },
  }),
  { name: 'StevedoreVerificationMetrics' },
);

/** What each metric measured, the newest last. */
export function VerificationMetrics({
  metrics,
  passed,
}: {
  metrics: readonly Metric[];
  /** The verification passed: what failed on the way was allowed to. */
  passed: boolean;
}) {
  const classes = useStyles();
  if (metrics.length === 0) return null;
  return (
    <ul className={classes.list} aria-label="Metrics">
      {metrics.map(metric => (
        <MetricItem key={metric.name} {...{ metric, passed }} />
      ))}
    </ul>
  );
}

function MetricItem({ metric, passed }: { metric: Metric; passed: boolean }) {
  const classes = useStyles();
  const { summary, last } = metricLine(metric);
  const newest = metric.measurements.at(-1);
  return (
    <li className={classes.metric}>
      <div className={classes.head}>
        <Typography variant="body2" component="strong">
          {metric.name}
        </Typography>
        <span className={classes.marks}>
          {metric.measurements.slice(-MARKS).map(({ at, phase }) => (
            <StateShape key={at} {...markOf(phase, passed)} />
          ))}
        </span>
        <Typography variant="body2" component="span">
          {summary}
        </Typography>
      </div>
      {last && newest && (
        <Typography
          variant="body2"
          color="textSecondary"
          className={classes.last}
        >
          {last}, <RelativeTime at={newest.at} />
        </Typography>
      )}
    </li>
  );
}

function markOf(phase: string, passed: boolean) {
  return passed && phase !== 'Successful'
    ? ({ shape: 'ring', tone: 'quiet' } as const)
    : verificationBadge(phase);
}
