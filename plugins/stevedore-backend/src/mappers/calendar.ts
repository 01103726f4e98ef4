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
  const where = stages?.join(', ') || scope;
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
  where: string;
  active?: { end: Moment };
  next?: { start: Moment; end: Moment };
  by?: string;
  reason?: string;
}

function sentenceOf(kind: CalendarWindowItem['kind'], told: Told): string {
  const { where, active, next, by, reason } = told;
  const deed = kind === 'Deny' ? ['is closed', 'closes'] : ['is open', 'opens'];
  const who = by ? ` (${by}${reason ? `: ${reason}` : ''})` : '';
  if (active) return `${where} ${deed[0]} until ${minute(active.end)}${who}`;
  if (next)
    return `${where} ${deed[1]} from ${minute(next.start)} until ${minute(
      next.end,
    )}${who}`;
  return `${where} ${deed[1]} at no time that is shown${who}`;
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
  { scope, stages }: Pick<Shown, 'scope' | 'stages'>,
): LockItem {
  const where = stages?.join(', ') || scope;
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
      ? `${where} was locked by ${actor}; ${released.actor} has released it`
      : `${where} is ${what} by ${actor}: ${reason}${end}`,
  };
}
