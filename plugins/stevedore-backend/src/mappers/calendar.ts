import {
  CalendarWindowItem,
  LockItem,
} from '@stevedore/plugin-stevedore-common';
import {
  CalendarWindow,
  LockRow,
  Moment,
  occurrencesOf,
  PLATFORM,
  WindowRow,
} from '@stevedore/promotion-engine';

/** Times of one window that one answer lists. */
const TIMES = 400;

export interface Shown {
  now: Moment;
  from: Moment;
  to: Moment;
  /** Absent: beyond projects. */
  project?: string;
  scope: string;
  stages?: string[];
  /** These are all stages that there are. */
  everyStage?: boolean;
  /** Of one that a person set. */
  at?: string;
}

const iso = (moment: Moment) => new Date(moment).toISOString();
const minute = (moment: Moment) =>
  `${iso(moment).slice(0, 16).replace('T', ' ')} UTC`;

export function toWindow(
  { window, source, rollbacks, by, reason, link, id }: CalendarWindow,
  shown: Shown,
): CalendarWindowItem {
  const { now, from, to, project, scope, stages, at } = shown;
  const times = occurrencesOf(window, { from, to }, TIMES);
  const active = occurrencesOf(window, { from: now, to: now + 1 }, 1)[0];
  const next = times.find(({ start }) => start > now);
  const where = whereOf(shown);
  return {
    id,
    name: window.name,
    kind: window.kind,
    source,
    start: window.dtstart,
    end: window.dtend,
    rrule: window.rrule,
    rollbacks,
    project,
    scope,
    stages,
    by,
    at,
    reason,
    link,
    active: active !== undefined,
    times: times.map(({ start, end }) => ({
      start: iso(start),
      end: iso(end),
    })),
    sentence: sentenceOf(window.kind, { where, active, next, by, reason }),
  };
}

interface Told {
  where: Where;
  active?: { end: Moment };
  next?: { start: Moment; end: Moment };
  by?: string;
  reason?: string;
}

function sentenceOf(kind: CalendarWindowItem['kind'], told: Told): string {
  const { where, active, next, by, reason } = told;
  const { text, be, ending } = where;
  const state = `${be} ${kind === 'Deny' ? 'closed' : 'open'}`;
  const deed = `${kind === 'Deny' ? 'close' : 'open'}${ending}`;
  const who = by ? ` (${by}${reason ? `: ${reason}` : ''})` : '';
  if (active) return `${text} ${state} until ${minute(active.end)}${who}`;
  if (next)
    return `${text} ${deed} from ${minute(next.start)} until ${minute(
      next.end,
    )}${who}`;
  return `${text} ${deed} at no time that is shown${who}`;
}

/** What is closed or locked, and the forms of the verbs that go with it. */
interface Where {
  text: string;
  be: 'is' | 'are';
  ending: 's' | '';
}

function whereOf({
  stages = [],
  scope,
  everyStage,
}: Pick<Shown, 'everyStage' | 'scope' | 'stages'>): Where {
  const one = { be: 'is', ending: 's' } as const;
  if (stages.length === 0) return { text: scope, ...one };
  if (stages.length === 1) return { text: stages[0], ...one };
  if (everyStage) return { text: 'every stage', ...one };
  const [last, ...others] = [...stages].reverse();
  const text = `${others.reverse().join(', ')} and ${last}`;
  return { text, be: 'are', ending: '' };
}

/** A window that somebody set, as gates see it. */
export function calendarWindowOf(row: WindowRow): CalendarWindow {
  const { window, scope, rollbacks, actor, reason, link, id } = row;
  return {
    window,
    selector: scope.stages ?? {},
    source: 'person',
    rollbacks,
    by: actor,
    reason,
    link,
    id,
  };
}

export function toLock(
  { id, project, blocks, actor, at, reason, link, until, released }: LockRow,
  shown: Pick<Shown, 'everyStage' | 'scope' | 'stages'>,
): LockItem {
  const { scope, stages } = shown;
  const { text, be } = whereOf(shown);
  const end = until ? `, until ${minute(Date.parse(until))}` : '';
  const what = blocks === 'all' ? 'locked' : 'locked for automatic promotions';
  return {
    id,
    blocks,
    actor,
    at,
    reason,
    link,
    until,
    project: project === PLATFORM ? undefined : project,
    scope,
    stages,
    sentence: released
      ? `${text} ${be === 'is' ? 'was' : 'were'} locked by ${actor}; ${
          released.actor
        } has released it`
      : `${text} ${be} ${what} by ${actor}: ${reason}${end}`,
  };
}
