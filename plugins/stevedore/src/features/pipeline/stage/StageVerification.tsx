import Typography from '@material-ui/core/Typography';
import { PipelineStage } from '@stevedore/plugin-stevedore-common';
import { StateBadge } from '../../../components/state';
import { RelativeTime } from '../../../components/time';
import { verificationBadge } from '../../../lib/words/verificationBadge';

/** How what is here was checked. */
export function StageVerification({ stage }: { stage: PipelineStage }) {
  const { verification } = stage;
  return (
    <section>
      <Typography variant="subtitle1" component="h3">
        Verification
      </Typography>
      {!verification && (
        <Typography variant="body2">Nothing was checked here yet.</Typography>
      )}
      {verification && (
        <>
          <StateBadge badge={verificationBadge(verification.phase)} />{' '}
          <RelativeTime
            at={verification.finishedAt ?? verification.startedAt}
          />
          {verification.message && (
            <Typography variant="body2">{verification.message}</Typography>
          )}
        </>
      )}
    </section>
  );
}
