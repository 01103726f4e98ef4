import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import { useState } from 'react';
import { useLineActs } from '../../hooks/useCalendar';
import { windowAsk, WindowDraft } from '../../lib/calendar/calendarAsk';
import { Field } from './Fields';
import { LineFormProps } from './LockForm';
import { OpenableForm } from './OpenableForm';
import { Where } from './Where';

const KINDS = [
  ['Deny', 'closed in that time'],
  ['Allow', 'open only in that time'],
] as const;

/** Opens or closes stages by the calendar, once or again and again. */
export function WindowForm({ project, stage, stages, whyNot }: LineFormProps) {
  const empty: WindowDraft = {
    name: '',
    kind: 'Deny',
    stage: stage ?? '',
    start: '',
    end: '',
    rrule: '',
    rollbacks: false,
    reason: '',
  };
  const [open, setOpen] = useState(false);
  const [draft, setDraft] = useState(empty);
  const { run, running, failure } = useLineActs(project).setWindow;
  const put = (change: Partial<WindowDraft>) =>
    setDraft({ ...draft, ...change });
  const set = async () => {
    const { timeZone: zone } = new Intl.DateTimeFormat().resolvedOptions();
    if (!(await run(windowAsk(project, draft, zone)))) return;
    setDraft(empty);
    setOpen(false);
  };
  const text = (key: 'name' | 'start' | 'end' | 'rrule') => ({
    id: `window-${key}`,
    value: draft[key],
    onChange: (value: string) => put({ [key]: value }),
  });
  return (
    <OpenableForm
      id="set-window"
      label="Freeze or open by the calendar"
      confirm="Set the window"
      open={open}
      onOpen={setOpen}
      whyNot={whyNot}
      reason={draft.reason}
      onReason={reason => put({ reason })}
      running={running}
      failure={failure}
      onAct={() => void set()}
    >
      <Field label="Name" {...text('name')} />
      <Where form="window" stages={stages} draft={draft} onChange={put} />
      <Field
        id="window-kind"
        label="The stage is"
        value={draft.kind}
        choices={KINDS}
        onChange={value => put({ kind: value === 'Allow' ? 'Allow' : 'Deny' })}
      />
      <Field label="From" type="datetime-local" {...text('start')} />
      <Field label="To" type="datetime-local" {...text('end')} />
      <Field
        label="Again"
        help="A rule of RFC 5545, FREQ=WEEKLY say; empty: once"
        {...text('rrule')}
      />
      <FormControlLabel
        control={
          <Checkbox
            size="small"
            color="primary"
            checked={draft.rollbacks}
            onChange={(_, rollbacks) => put({ rollbacks })}
          />
        }
        label="Rollbacks, too"
      />
    </OpenableForm>
  );
}
