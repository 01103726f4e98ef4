import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { LockItem, ReleaseAsk } from '@stevedore/plugin-stevedore-common';
import { useState } from 'react';
import { DisabledReasonButton, ReasonField } from '../../components/action';
import { ErrorNotice } from '../../components/notice';
import { useLineActs } from '../../hooks/useCalendar';

const useStyles = makeStyles(
  theme => ({
    form: { '& > * + *': { marginTop: theme.spacing(1) } },
    buttons: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
  }),
  { name: 'StevedoreReleaseForm' },
);

export interface ReleaseFormProps {
  /** Whose page it stands on; absent: that of the platform. */
  project?: string;
  lock: LockItem;
  onClose: () => void;
}

/** Releases a lock; when promotions wait behind it the backend asks what becomes of them. */
export function ReleaseForm({ project, lock, onClose }: ReleaseFormProps) {
  const classes = useStyles();
  const [reason, setReason] = useState('');
  const { run, running, failure } = useLineActs(project).release;
  const release = async (queue?: ReleaseAsk['queue']) => {
    const done = await run({
      id: lock.id,
      project: lock.project,
      reason: reason.trim() || undefined,
      queue,
    });
    if (done) onClose();
  };
  const busy = running ? 'It is being done.' : undefined;
  const asks = failure?.kind === 'changed';
  const choices: [string, ReleaseAsk['queue']][] = asks
    ? [
        ['Release, and let them go', 'release'],
        ['Release, and give them up', 'drop'],
      ]
    : [['Release', undefined]];
  return (
    <div className={classes.form} role="group" aria-label="Release the lock">
      <ReasonField value={reason} onChange={setReason} />
      {failure && <ErrorNotice what="It is locked still" failure={failure} />}
      <div className={classes.buttons}>
        {choices.map(([words, queue]) => (
          <DisabledReasonButton
            key={words}
            size="small"
            variant="contained"
            color="primary"
            reason={busy}
            onClick={() => void release(queue)}
          >
            {words}
          </DisabledReasonButton>
        ))}
        <Button size="small" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </div>
  );
}
