import { ReactNode } from 'react';
import Button from '@material-ui/core/Button';
import { DisabledReasonButton, ReasonField } from '../../components/action';
import { ErrorNotice } from '../../components/notice';
import { Failure } from '../../lib/read/failure';
import { useFormStyles } from './Fields';

export interface OpenableFormProps {
  /** Of the button that opens it; it gets an ellipsis. */
  label: string;
  id: string;
  open: boolean;
  onOpen: (open: boolean) => void;
  /** Why the reader may not, from the backend. */
  whyNot?: string;
  /** Of the button that does it. */
  confirm: string;
  reason: string;
  onReason: (reason: string) => void;
  running: boolean;
  failure?: Failure;
  onAct: () => void;
  children: ReactNode;
}

/** A form behind a button; it wants a reason. */
export function OpenableForm(props: OpenableFormProps) {
  const { id, label, open, onOpen, whyNot, reason, running, failure } = props;
  const classes = useFormStyles();
  const missing = reason.trim()
    ? undefined
    : 'Say why first: everybody who has to wait reads it.';
  return (
    <div>
      <DisabledReasonButton
        id={id}
        size="small"
        variant="outlined"
        reason={whyNot}
        onClick={() => onOpen(!open)}
      >
        {label}…
      </DisabledReasonButton>
      {open && !whyNot && (
        <div className={classes.form} role="group" aria-label={label}>
          <div className={classes.fields}>{props.children}</div>
          <ReasonField required value={reason} onChange={props.onReason} />
          {failure && (
            <ErrorNotice what="That was not done" failure={failure} />
          )}
          <div className={classes.buttons}>
            <DisabledReasonButton
              size="small"
              variant="contained"
              color="primary"
              reason={running ? 'It is being done.' : missing}
              onClick={props.onAct}
            >
              {props.confirm}
            </DisabledReasonButton>
            <Button size="small" onClick={() => onOpen(false)}>
              Cancel
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}
