import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { ReactNode, useState } from 'react';
import { DisabledReasonButton, ReasonField } from '../../components/action';
import { ErrorNotice, Notice } from '../../components/notice';
import { Failure } from '../../lib/read/failure';
import { asSentence, plainRefs } from '../../lib/words/plainRefs';
import { ShownPlan } from './PlanPanel';

const useStyles = makeStyles(
  theme => ({
    form: { '& > * + *': { marginTop: theme.spacing(1) } },
    buttons: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
  }),
  { name: 'StevedoreAskForm' },
);

const OTHER_VALUES =
  'The plan was made with other values: plan with the new ones first.';

export interface AskFormProps {
  shown: ShownPlan;
  /** What the button says where it cannot be asked for. */
  closed: string;
  /** Without a reason it is not taken. */
  reasonRequired?: boolean;
  running: boolean;
  failure?: Failure;
  onAsk: (reason?: string) => Promise<void>;
  /** What is said along with it. */
  children?: ReactNode;
}

/** The button that says what will happen, and why it cannot where it cannot. */
export function AskForm(props: AskFormProps) {
  const { shown, closed, reasonRequired = false, running, failure } = props;
  const { whyNot, action, open } = shown.answer;
  const classes = useStyles();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const given = reason.trim();
  const ask = () => {
    setMissing(reasonRequired && !given);
    if (reasonRequired && !given) return;
    void props.onAsk(given || undefined);
  };
  const other = shown.changed ? OTHER_VALUES : undefined;
  return (
    <div className={classes.form}>
      {failure && (
        <ErrorNotice
          what="It was not asked for"
          failure={failure}
          retry={shown.again}
        />
      )}
      {whyNot ? (
        <Notice tone="attention">{asSentence(whyNot)}</Notice>
      ) : (
        <>
          {props.children}
          <ReasonField
            value={reason}
            onChange={setReason}
            required={reasonRequired}
            missing={missing && !given}
          />
        </>
      )}
      <div className={classes.buttons}>
        <DisabledReasonButton
          variant="contained"
          color="primary"
          reason={
            whyNot ?? other ?? (running ? 'It is being asked for.' : undefined)
          }
          onClick={ask}
        >
          {open ? plainRefs(action) : closed}
        </DisabledReasonButton>
        <Button onClick={shown.again}>Plan again</Button>
      </div>
    </div>
  );
}
