import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { PipelineStage } from '@stevedore/plugin-stevedore-common';
import { useState } from 'react';
import { DisabledReasonButton } from '../../../components/action';
import { ErrorNotice } from '../../../components/notice';
import { useStageHold } from '../../../hooks/useStageHold';
import { originsOf } from '../../../lib/stage/originsOf';
import { OriginHold } from './OriginHold';

const useStyles = makeStyles(
  theme => ({
    section: { '& > * + *': { marginTop: theme.spacing(1) } },
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: theme.spacing(1),
      padding: theme.spacing(1, 0),
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
  }),
  { name: 'StevedoreStageHolds' },
);

export interface StageHoldsProps {
  project: string;
  stage: PipelineStage;
}

/** Whether new freight comes in by itself, from each origin, and stopping and resuming that. */
export function StageHolds({ project, stage }: StageHoldsProps) {
  const classes = useStyles();
  const [reason, setReason] = useState('');
  const { hold, resume } = useStageHold(project, stage.name);
  const failure = hold.failure ?? resume.failure;
  const busy = hold.running || resume.running;
  const whyNot = busy ? 'It is being done.' : stage.whyNot?.hold;
  const act = async (origin: string, action: typeof hold) => {
    await action.run({ origin, reason: reason.trim() || undefined });
    setReason('');
  };
  if (!stage.autoPromotion)
    return (
      <section className={classes.section}>
        <Heading />
        <Typography variant="body2">
          Off: somebody promotes into {stage.name}. The definition of the
          pipeline can switch it on.
        </Typography>
      </section>
    );
  return (
    <section className={classes.section}>
      <Heading />
      <ul className={classes.list}>
        {originsOf(stage).map(origin => {
          const held = stage.holds.find(each => each.origin === origin);
          return (
            <li key={origin} className={classes.item}>
              <OriginHold origin={origin} hold={held} />
              <DisabledReasonButton
                size="small"
                variant="outlined"
                reason={whyNot}
                onClick={() => void act(origin, held ? resume : hold)}
              >
                {held ? 'Resume' : 'Hold'}
              </DisabledReasonButton>
            </li>
          );
        })}
      </ul>
      {!stage.whyNot?.hold && (
        <TextField
          fullWidth
          size="small"
          variant="outlined"
          label="Reason, for the history"
          id={`hold-reason-${stage.name}`}
          value={reason}
          InputLabelProps={{ shrink: true }}
          onChange={({ target }) => setReason(target.value)}
        />
      )}
      {failure && <ErrorNotice what="That was not done" failure={failure} />}
    </section>
  );
}

function Heading() {
  return (
    <Typography variant="subtitle1" component="h3">
      Auto-promotion
    </Typography>
  );
}
