import { CalendarWindowItem } from '@stevedore/plugin-stevedore-common';
import { ReasonedAct } from '../../components/action';
import { Notice } from '../../components/notice';
import { useLineActs } from '../../hooks/useCalendar';
import { asSentence } from '../../lib/words/plainRefs';

export interface WindowLineProps {
  /** Whose page it stands on; absent: that of the platform. */
  project?: string;
  window: CalendarWindowItem;
  /** Where it stands; the same window may stand in two places. */
  at: 'top' | 'drawer';
}

/** When what is open or closed, and ending it where a person set it. */
export function WindowLine({ project, window, at }: WindowLineProps) {
  const { id, name, sentence, active, kind, whyNot } = window;
  const { run, running, failure } = useLineActs(project).endWindow;
  const closes = active === (kind === 'Deny');
  return (
    <Notice tone={closes ? 'attention' : 'quiet'}>
      <strong>{name}</strong>: {asSentence(sentence)}
      {id && (
        <ReasonedAct
          id={`end-window-${at}-${id}`}
          label={`End ${name}`}
          confirm="End it now"
          means="It counts no more, and what waits for that goes."
          whyNot={whyNot && asSentence(whyNot)}
          running={running}
          failure={failure}
          onAct={async reason =>
            (await run({ id, project: window.project, reason })) !== undefined
          }
        />
      )}
    </Notice>
  );
}
