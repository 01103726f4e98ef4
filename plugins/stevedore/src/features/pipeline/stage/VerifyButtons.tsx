import { makeStyles } from '@material-ui/core/styles';
import { PipelineStage } from '@stevedore/plugin-stevedore-common';
import { DisabledReasonButton } from '../../../components/action';
import { ErrorNotice } from '../../../components/notice';
import { useStageVerification } from '../../../hooks/useStageVerification';
import { asSentence } from '../../../lib/words/plainRefs';

const useStyles = makeStyles(
  theme => ({
    buttons: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      marginTop: theme.spacing(1),
    },
  }),
  { name: 'StevedoreVerifyButtons' },
);

/** Verifying once more what a stage holds, and stopping that. A stage without checks has neither. */
export function VerifyButtons({
  project,
  stage,
}: {
  project: string;
  stage: PipelineStage;
}) {
  const classes = useStyles();
  const { again, stop } = useStageVerification(project, stage.name);
  const { verification, whyNot } = stage;
  if (!verification?.id) return null;
  const { whyNotAgain, whyNotStop } = verification;
  const busy = again.running || stop.running ? 'It is being done.' : undefined;
  const failure = again.failure ?? stop.failure;
  const why = whyNot?.verify ?? busy;
  return (
    <>
      <div className={classes.buttons}>
        <DisabledReasonButton
          id={`verify-${stage.name}`}
          size="small"
          variant="outlined"
          reason={why ?? (whyNotAgain && asSentence(whyNotAgain))}
          onClick={() => void again.run()}
        >
          Verify again
        </DisabledReasonButton>
        {!whyNotStop && (
          <DisabledReasonButton
            id={`stop-verification-${stage.name}`}
            size="small"
            variant="outlined"
            reason={why}
            onClick={() => void stop.run()}
          >
            Stop verification
          </DisabledReasonButton>
        )}
      </div>
      {failure && <ErrorNotice what="That was not done" failure={failure} />}
    </>
  );
}
