import { Gate, GateInput } from '../../../decide/evaluateGates';
import { selectsStage } from '../../../decide/isAutoPromotionEnabled';
import { evaluateWindows, WindowVerdict } from '../../../decide/windows';
import { CalendarWindow } from '../../../model/calendar';
import { minuteText } from '../../../model/minuteText';

/**
 * The calendar of a stage (Kargo 1.13): closed while a Deny window is active, and while
 * there are Allow windows of which none is. A promotion waits in the queue for the next
 * change, so it may be asked for at any time. A rollback passes, unless a window says
 * that it holds back rollbacks, too.
 */
export const windowsGate: Gate = {
  id: 'windows',
  moments: ['start', 'effect'],
  about: 'stage',
  queues: true,
  evaluate(input, now) {
    if (!input.calendar)
      return {
        status: 'unknown',
        sentence: 'which windows concern it could not be read',
        evidence: {},
        clearedBy: ['time'],
      };
    const all = windowsOf(input);
    const counting = input.rollback
      ? all.filter(({ rollbacks }) => rollbacks)
      : all;
    const verdict = evaluateWindows(
      counting.map(({ window }) => window),
      now,
    );
    const { open, closedBy, changesAt } = verdict;
    const closing = counting.filter(({ window }) =>
      closedBy.includes(window.name),
    );
    return {
      status: open ? 'pass' : 'waiting',
      sentence: sentenceOf(input, verdict, closing),
      evidence: {
        windows: all.map(({ window }) => window.name),
        closedBy,
        ...(closing.length > 0 && { closing: closing.map(toldOf) }),
        ...(changesAt !== undefined && { changesAt: iso(changesAt) }),
      },
      clearedBy: open ? [] : ['time', ...new Set(closing.map(whoOpens))],
      clearsAt: open || !changesAt ? undefined : iso(changesAt),
    };
  },
};

/** What is written in the definition, and what the platform and people add for this component. */
function windowsOf({
  project,
  stage,
  calendar = [],
}: GateInput): CalendarWindow[] {
  const own = (project.promotionWindows ?? []).map(
    (each): CalendarWindow => ({ ...each, source: 'definition' }),
  );
  return [...own, ...calendar].filter(({ selector }) =>
    selectsStage(selector, stage),
  );
}

const WHO = {
  definition: 'author of the pipeline',
  platform: "the platform's configuration",
  person: 'whoever may end freezes',
};

const whoOpens = ({ source }: CalendarWindow): string => WHO[source];

const toldOf = ({ window, source, by, reason, link, id }: CalendarWindow) => ({
  name: window.name,
  kind: window.kind,
  source,
  by,
  reason,
  link,
  id,
});

function sentenceOf(
  { stage, rollback }: GateInput,
  { open, changesAt }: WindowVerdict,
  closing: CalendarWindow[],
): string {
  if (open)
    return rollback
      ? 'no window holds back rollbacks'
      : `no window closes ${stage.name}`;
  const until = changesAt
    ? `until ${minuteText(changesAt)}`
    : 'for more than a year';
  return `${stage.name} is closed ${until} (${closing.map(named).join(', ')})`;
}

function named({ window, source, by, reason }: CalendarWindow): string {
  if (source !== 'person') return `window ${window.name}`;
  return `${window.name} by ${by}${reason ? `: ${reason}` : ''}`;
}

function iso(moment: number): string {
  return new Date(moment).toISOString();
}
