import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import { useState } from 'react';
import { DisabledReasonButton, ReasonField } from '../../components/action';
import { ErrorNotice } from '../../components/notice';
import { useDelegating } from '../../hooks/usePeople';
import { delegationAsk } from '../../lib/promotion/delegationAsk';

const useStyles = makeStyles(
  theme => ({ form: { '& > * + *': { marginTop: theme.spacing(1.5) } } }),
  { name: 'StevedoreDelegateForm' },
);

const EMPTY = { delegate: '', until: '', reason: '' };

/** Lets somebody else decide in the reader's name for a time. */
export function DelegateForm({ project }: { project: string }) {
  const classes = useStyles();
  const [draft, setDraft] = useState(EMPTY);
  const { run, running, failure } = useDelegating(project).delegate;
  const missing = Object.values(draft).every(text => text.trim())
    ? undefined
    : 'Say who decides, until when, and why.';
  const delegate = async () => {
    if (await run(delegationAsk(draft))) setDraft(EMPTY);
  };
  return (
    <div className={classes.form} role="group" aria-label="Delegate">
      <TextField
        id="delegate"
        fullWidth
        size="small"
        variant="outlined"
        label="Who decides for you, e.g. user:default/ravi"
        InputLabelProps={{ shrink: true }}
        value={draft.delegate}
        onChange={({ target }) =>
          setDraft({ ...draft, delegate: target.value })
        }
      />
      <TextField
        id="delegate-until"
        type="datetime-local"
        size="small"
        variant="outlined"
        label="Until"
        InputLabelProps={{ shrink: true }}
        value={draft.until}
        onChange={({ target }) => setDraft({ ...draft, until: target.value })}
      />
      <ReasonField
        required
        value={draft.reason}
        onChange={reason => setDraft({ ...draft, reason })}
      />
      {failure && <ErrorNotice what="It was not delegated" failure={failure} />}
      <DisabledReasonButton
        size="small"
        variant="contained"
        color="primary"
        reason={running ? 'It is being done.' : missing}
        onClick={() => void delegate()}
      >
        Delegate
      </DisabledReasonButton>
    </div>
  );
}
