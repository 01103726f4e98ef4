import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { Failure } from '../../lib/read/failure';
import { ErrorNotice } from '../notice';
import { DisabledReasonButton } from './DisabledReasonButton';
import { ReasonField } from './ReasonField';

const useStyles = makeStyles(
  theme => ({
    // beside other buttons the form gets the room
    act: { flex: '1 1 auto', minWidth: 0 },
    form: {
      padding: theme.spacing(1, 0),
      '& > * + *': { marginTop: theme.spacing(1) },
    },
    buttons: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
  }),
  { name: 'StevedoreReasonedAct' },
);

export interface ReasonedActProps {
  /** Of the button that opens the form; the focus comes back to it. */
  id: string;
  /** Of that button: `Quarantine`; it gets an ellipsis. */
  label: string;
  /** Of the button that does it. */
  confirm: string;
  /** What will come of it, in a sentence. */
  means: string;
  /** It may be done without a reason. */
  optional?: boolean;
  /** Why the reader may not, from the backend. */
  whyNot?: string;
  running: boolean;
  failure?: Failure;
  /** Resolves to false when it was refused. */
  onAct: (reason: string) => Promise<boolean>;
}

/** Something that overrides a rule: it says what it means, and wants to know why. */
export function ReasonedAct(props: ReasonedActProps) {
  const { id, label, whyNot } = props;
  const classes = useStyles();
  const [open, setOpen] = useState(false);
  const close = () => {
    setOpen(false);
    document.getElementById(id)?.focus();
  };
  return (
    <div className={classes.act}>
      <DisabledReasonButton
        id={id}
        size="small"
        variant="outlined"
        aria-expanded={open && !whyNot}
        reason={whyNot}
        onClick={() => setOpen(!open)}
      >
        {label}…
      </DisabledReasonButton>
      {open && !whyNot && <ReasonedForm {...props} onClose={close} />}
    </div>
  );
}

function ReasonedForm({
  label,
  confirm,
  means,
  optional = false,
  running,
  failure,
  onAct,
  onClose,
}: ReasonedActProps & { onClose: () => void }) {
  const classes = useStyles();
  const [reason, setReason] = useState('');
  const why = reason.trim();
  const missing =
    why || optional ? undefined : 'Say why first: it stays in the history.';
  const act = async () => {
    if (await onAct(why)) onClose();
  };
  return (
    <div className={classes.form} role="group" aria-label={label}>
      <Typography variant="body2">{means}</Typography>
      <ReasonField required={!optional} value={reason} onChange={setReason} />
      {failure && <ErrorNotice what="That was not done" failure={failure} />}
      <div className={classes.buttons}>
        <DisabledReasonButton
          size="small"
          variant="contained"
          color="primary"
          reason={running ? 'It is being done.' : missing}
          onClick={() => void act()}
        >
          {confirm}
        </DisabledReasonButton>
        <Button size="small" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </div>
  );
}
