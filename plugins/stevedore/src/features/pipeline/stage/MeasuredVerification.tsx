import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useVerification } from '../../../hooks/useVerification';
import { VerificationLog } from './VerificationLog';
import { VerificationMetrics } from './VerificationMetrics';

const useStyles = makeStyles(
  // names of runs are longer than a narrow page is wide
  { run: { overflowWrap: 'anywhere' } },
  { name: 'StevedoreMeasuredVerification' },
);

/** What was measured, where, and what it printed. Nothing while that is read. */
export function MeasuredVerification(props: {
  project: string;
  stage: string;
  phase: string;
}) {
  const { project, stage, phase } = props;
  const classes = useStyles();
  const { data } = useVerification(project, stage);
  if (!data) return null;
  const { metrics, run, log } = data;
  return (
    <>
      {run && (
        <Typography variant="body2" className={classes.run}>
          Measured by AnalysisRun {run.name} in namespace {run.namespace} of
          cluster {run.cluster}.
        </Typography>
      )}
      <VerificationMetrics metrics={metrics} passed={phase === 'Successful'} />
      {log && (
        <VerificationLog
          of={{ project, ...log }}
          stage={stage}
          running={phase === 'Running' || phase === 'Pending'}
        />
      )}
    </>
  );
}
