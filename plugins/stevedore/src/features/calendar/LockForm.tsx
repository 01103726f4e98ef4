import { useState } from 'react';
import { useLineActs } from '../../hooks/useCalendar';
import { lockAsk, LockDraft } from '../../lib/calendar/calendarAsk';
import { Field } from './Fields';
import { OpenableForm } from './OpenableForm';
import { Where } from './Where';

const BLOCKS = [
  ['all', 'promotions and rollbacks'],
  ['automatic', 'only automatic promotions'],
] as const;

export interface LineFormProps {
  /** Absent: beyond components. */
  project?: string;
  /** Name of the stage it begins with. */
  stage?: string;
  /** Names to choose from; absent beyond components, whose stages have any name. */
  stages?: readonly string[];
  /** Why the reader may not, from the backend. */
  whyNot?: string;
}

/** Stops the line, here or in one stage. */
export function LockForm({ project, stage, stages, whyNot }: LineFormProps) {
  const empty: LockDraft = {
    stage: stage ?? '',
    blocks: 'all',
    until: '',
    reason: '',
    link: '',
  };
  const [open, setOpen] = useState(false);
  const [draft, setDraft] = useState(empty);
  const { run, running, failure } = useLineActs(project).lock;
  const put = (change: Partial<LockDraft>) => setDraft({ ...draft, ...change });
  const lock = async () => {
    if (!(await run(lockAsk(project, draft)))) return;
    setDraft(empty);
    setOpen(false);
  };
  return (
    <OpenableForm
      id="set-lock"
      label="Lock"
      confirm="Lock now"
      open={open}
      onOpen={setOpen}
      whyNot={whyNot}
      reason={draft.reason}
      onReason={reason => put({ reason })}
      running={running}
      failure={failure}
      onAct={() => void lock()}
    >
      <Where form="lock" stages={stages} draft={draft} onChange={put} />
      <Field
        id="lock-blocks"
        label="Stops"
        value={draft.blocks}
        choices={BLOCKS}
        onChange={value =>
          put({ blocks: value === 'automatic' ? 'automatic' : 'all' })
        }
      />
      <Field
        id="lock-until"
        label="Until"
        help="Empty: until it is released"
        type="datetime-local"
        value={draft.until}
        onChange={until => put({ until })}
      />
      <Field
        id="lock-link"
        label="Link"
        help="To an incident, say"
        value={draft.link}
        onChange={link => put({ link })}
      />
    </OpenableForm>
  );
}
