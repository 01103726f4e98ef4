import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import { LogView } from '../../../components/log';
import { LogOf, useStepLog } from '../../../hooks/useStepLog';

const useStyles = makeStyles(
  theme => ({ log: { margin: theme.spacing(1, 0) } }),
  { name: 'StevedoreVerificationLog' },
);

interface VerificationLogProps {
  of: LogOf;
  stage: string;
  /** More is coming. */
  running: boolean;
}

/** What the checks of a stage printed; it is read once somebody asks for it. */
export function VerificationLog(props: VerificationLogProps) {
  const classes = useStyles();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {open ? 'Hide log' : 'Show log'}
      </Button>
      {open && (
        <div className={classes.log}>
          <OpenLog {...props} />
        </div>
      )}
    </>
  );
}

function OpenLog({ of, stage, running }: VerificationLogProps) {
  const [follow, setFollow] = useState(true);
  const log = useStepLog(of, running && follow);
  return (
    <LogView
      {...{ log, running, follow }}
      id={`verification-${stage}`}
      name={`the verification of ${stage}`}
      fileName={`${of.promotion}-verification`}
      onFollow={setFollow}
    />
  );
}
