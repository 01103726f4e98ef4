import Button from '@material-ui/core/Button';
import { useState } from 'react';
import { LogView } from '../../../components/log';
import { LogOf, useStepLog } from '../../../hooks/useStepLog';

interface VerificationLogProps {
  of: LogOf;
  stage: string;
  /** More is coming. */
  running: boolean;
}

/** What the checks of a stage printed; it is read once somebody asks for it. */
export function VerificationLog(props: VerificationLogProps) {
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
      {open && <OpenLog {...props} />}
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
