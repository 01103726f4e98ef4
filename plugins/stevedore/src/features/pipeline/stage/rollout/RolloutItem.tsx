import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { Rollout } from '@stevedore/plugin-stevedore-common';
import { StateBadge } from '../../../../components/state';
import { Countdown, Since } from '../../../../components/time';
import {
  revisionLine,
  rolloutBadge,
  switchLine,
} from '../../../../lib/stage/rolloutLines';
import { asSentence } from '../../../../lib/words/plainRefs';
import { verificationBadge } from '../../../../lib/words/verificationBadge';
import { RolloutButtons } from './RolloutButtons';
import { RolloutSteps } from './RolloutSteps';
import { WeightBar } from './WeightBar';

const useStyles = makeStyles(
  theme => ({
    item: {
      overflowWrap: 'anywhere',
      '& > * + *': { marginTop: theme.spacing(0.5) },
    },
  }),
  { name: 'StevedoreRolloutItem' },
);

/** One rollout: how far it is, what runs, what is measured, and what can be done. */
export function RolloutItem({
  project,
  stage,
  rollout,
}: {
  project: string;
  stage: string;
  rollout: Rollout;
}) {
  const classes = useStyles();
  const { cluster, namespace, name, message, canary, blueGreen } = rollout;
  const where = [cluster, namespace].filter(Boolean).join(', ');
  return (
    <div className={classes.item}>
      <Typography variant="body2" component="div">
        <strong>{name}</strong> in {where}{' '}
        <StateBadge badge={rolloutBadge(rollout)} />
      </Typography>
      {message && !rollout.paused && (
        <Typography variant="body2">{asSentence(message)}</Typography>
      )}
      <Pause rollout={rollout} />
      {canary && rollout.next && <WeightBar canary={canary} />}
      {blueGreen && (
        <Typography variant="body2">{switchLine(blueGreen)}</Typography>
      )}
      <Revisions rollout={rollout} />
      <Analyses rollout={rollout} />
      {canary && rollout.next && <RolloutSteps rollout={rollout} />}
      <RolloutButtons project={project} stage={stage} rollout={rollout} />
    </div>
  );
}

function Pause({ rollout: { paused } }: { rollout: Rollout }) {
  if (!paused) return null;
  const { why, since, until } = paused;
  return (
    <Typography variant="body2">
      Paused {since && <Since at={since} />}: {why}.{' '}
      {until ? (
        <>
          It goes on by itself: <Countdown until={until} />.
        </>
      ) : (
        'It waits for somebody.'
      )}
    </Typography>
  );
}

function Revisions({
  rollout: { stable, next, imagesUnknown, replicas },
}: {
  rollout: Rollout;
}) {
  return (
    <>
      {next && (
        <Typography variant="body2">New: {revisionLine(next)}</Typography>
      )}
      {stable && (
        <Typography variant="body2">Stable: {revisionLine(stable)}</Typography>
      )}
      {imagesUnknown && (
        <Typography variant="body2" color="textSecondary">
          Images are not known: {imagesUnknown}
        </Typography>
      )}
      {replicas && (
        <Typography variant="body2" color="textSecondary">
          {replicas.available} of {replicas.wanted} replicas available
        </Typography>
      )}
    </>
  );
}

function Analyses({ rollout: { analyses = [] } }: { rollout: Rollout }) {
  return (
    <>
      {analyses.map(({ of, name, phase, message }) => (
        <Typography key={of} variant="body2" component="div">
          Analysis ({of}) {name} <StateBadge badge={verificationBadge(phase)} />
          {message && <div>{message}</div>}
        </Typography>
      ))}
    </>
  );
}
