import { useState } from 'react';
import { LogView } from '../../../components/log';
import { LogOf, useStepLog } from '../../../hooks/useStepLog';

export interface StepLogViewProps {
  of: LogOf;
  /** Of the step. */
  name: string;
  /** More is coming. */
  running: boolean;
}

export function StepLogView({ of, name, running }: StepLogViewProps) {
  const [follow, setFollow] = useState(true);
  const log = useStepLog(of, running && follow);
  return (
    <LogView
      {...{ log, name, running, follow }}
      id={of.step}
      fileName={`${of.promotion}-${of.step}`}
      onFollow={setFollow}
    />
  );
}
