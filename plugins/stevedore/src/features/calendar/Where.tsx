import { WhereDraft } from '../../lib/calendar/calendarAsk';
import { Field, stageChoices } from './Fields';

type Draft = WhereDraft & { stage: string };

export interface WhereProps {
  form: 'lock' | 'window';
  /** Stages of the one component; absent: beyond components. */
  stages?: readonly string[];
  draft: Draft;
  onChange: (change: Partial<Draft>) => void;
}

/** Where it shall count: stages of a component, or beyond it systems, domains or everything. */
export function Where({ form, stages, draft, onChange }: WhereProps) {
  const stage = {
    id: `${form}-stage`,
    label: 'Stage',
    value: draft.stage,
    onChange: (value: string) => onChange({ stage: value }),
  };
  if (stages) return <Field {...stage} choices={stageChoices(stages)} />;
  return (
    <>
      <Field
        id={`${form}-entities`}
        label="Systems, domains, components"
        help="system:default/payments, say; empty: everything"
        value={draft.entities ?? ''}
        onChange={entities => onChange({ entities })}
      />
      <Field {...stage} help="prod or glob:prod-*, say; empty: every stage" />
    </>
  );
}
