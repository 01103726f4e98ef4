import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { useRollback, useRollbackOptions } from '../../hooks/useRollback';
import { freightVersion, originName } from '../../lib/words/names';
import { asSentence } from '../../lib/words/plainRefs';
import { AskForm } from './AskForm';
import { ShownPlan } from './PlanPanel';

export interface RollbackFormProps {
  project: string;
  shown: ShownPlan;
  autoPromotion: boolean;
  onPromotion: (promotion: string) => void;
}

/** Goes back as it is planned; what is taken out can be quarantined in the same act. */
export function RollbackForm(props: RollbackFormProps) {
  const { project, shown, autoPromotion, onPromotion } = props;
  const { answer, ask } = shown;
  const { freight, from } = answer.change;
  const [quarantine, setQuarantine] = useState(false);
  const { run, running, failure } = useRollback(project, ask.stage);
  return (
    <AskForm
      shown={shown}
      closed={`Roll ${ask.stage} back`}
      reasonRequired={quarantine}
      running={running}
      failure={failure}
      onAsk={async reason => {
        const promotion = await run({
          freight: freight.name,
          origin: freight.origin,
          inputs: ask.inputs,
          plan: answer.plan.promotion,
          quarantine: quarantine || undefined,
          reason,
        });
        if (promotion) onPromotion(promotion.name);
      }}
    >
      {autoPromotion && (
        <Typography variant="body2">
          Auto-promotion of {originName(freight.origin)} will pause here until
          somebody resumes it.
        </Typography>
      )}
      {from.length > 0 && (
        <QuarantineToo
          project={project}
          stage={ask.stage}
          version={from.map(freightVersion).join(', ')}
          checked={quarantine}
          onChange={setQuarantine}
        />
      )}
    </AskForm>
  );
}

interface QuarantineTooProps {
  project: string;
  stage: string;
  /** What is taken out. */
  version: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

function QuarantineToo(props: QuarantineTooProps) {
  const { project, stage, version, checked, onChange } = props;
  const { data } = useRollbackOptions(project, stage);
  const whyNot = data?.whyNotQuarantine;
  return (
    <>
      <FormControlLabel
        control={
          <Checkbox
            size="small"
            color="primary"
            checked={checked}
            disabled={!data || whyNot !== undefined}
            onChange={(_, on) => onChange(on)}
          />
        }
        label={`Quarantine ${version}: no stage takes it any more`}
      />
      {whyNot && <Typography variant="body2">{asSentence(whyNot)}</Typography>}
    </>
  );
}
