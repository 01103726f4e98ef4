import Typography from '@material-ui/core/Typography';
import { PipelineStage } from '@stevedore/plugin-stevedore-common';
import { StateBadge } from '../../../components/state';
import { RelativeTime } from '../../../components/time';
import { plainRefs } from '../../../lib/words/plainRefs';
import { verificationBadge } from '../../../lib/words/verificationBadge';
import { MeasuredVerification } from './MeasuredVerification';
import { VerifyButtons } from './VerifyButtons';

/** How what is here was checked. */
export function StageVerification({
  project,
  stage,
}: {
  project: string;
  stage: PipelineStage;
}) {
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
          <Typography variant="body2" component="div">
            <StateBadge badge={verificationBadge(verification.phase)} />{' '}
            <RelativeTime
              at={verification.finishedAt ?? verification.startedAt}
            />
          </Typography>
          {verification.message && (
            <Typography variant="body2">
              {plainRefs(verification.message)}
            </Typography>
          )}
          {verification.id && (
            <MeasuredVerification
              project={project}
              stage={stage.name}
              phase={verification.phase}
            />
          )}
          <VerifyButtons project={project} stage={stage} />
        </>
      )}
    </section>
  );
}
