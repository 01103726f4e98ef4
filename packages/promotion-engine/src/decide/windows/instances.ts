import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { PromotionWindow } from '../../model/promotionWindow';
import { parseDateTime } from './parseDateTime';

/** Milliseconds since the epoch. */
export type Moment = number;

/** The times at which a window is active; each lasts as long as the first one. */
export interface Instances {
  /** How long each lasts, in milliseconds. */
  readonly length: number;
  /** The starts from one moment to another, both included, in order. */
  between(from: Moment, to: Moment): Moment[];
  /** The latest start that is still active at this moment. */
  activeAt(moment: Moment): Moment | undefined;
  /** The earliest start after this moment and at or before `horizon`. */
  after(moment: Moment, horizon: Moment): Moment | undefined;
}

/**
 * RFC 5545, 3.6.1 and 3.8.5.3: instances are made on the clock of the window's own zone,
 * and each lasts exactly as long as the first, also over a change of that clock. A rule
 * that meets a local time which does not exist has no instance then (3.3.10).
 *
 * @throws Error for a date-time or a rule that cannot be read, and for an end that is not
 *   after the start.
 */
export function instancesOf(window: PromotionWindow): Instances {
  const start = parseDateTime(window.dtstart);
  const length =
    parseDateTime(window.dtend).epochMilliseconds - start.epochMilliseconds;
  if (length <= 0) {
    throw new Error(
      `Window "${window.name}" ends before it starts: dtend has to be after dtstart.`,
    );
  }
  const startsIn = window.rrule
    ? remembering(recurring(window.rrule, start))
    : once(start.epochMilliseconds);
  return {
    length,
    between: startsIn,
    activeAt: moment => startsIn(moment - length + 1, moment).at(-1),
    after: (moment, horizon) => firstAfter(startsIn, moment, horizon),
  };
}

/** The starts from one moment to another, both included, in order. */
type StartsIn = (from: Moment, to: Moment) => Moment[];

function once(start: Moment): StartsIn {
  return (from, to) => (from <= start && start <= to ? [start] : []);
}

function recurring(rrule: string, dtstart: Temporal.ZonedDateTime): StartsIn {
  const rruleString = rrule.startsWith('RRULE:') ? rrule : `RRULE:${rrule}`;
  const rule = new RRuleTemporal({ rruleString, dtstart });
  return (from, to) =>
    rule
      .between(new Date(from), new Date(to), true)
      .map(({ epochMilliseconds }) => epochMilliseconds);
}

const DAY = 24 * 60 * 60 * 1000;
/** What is worth keeping of a rule that comes often. */
const MOST_KEPT = 10_000;
/** A look ahead that found fewer goes twice as far the next time. */
const FEW = 100;

/** Asks a rule for more than is wanted, and keeps it: who looks for a change asks for one piece of time after the other. */
function remembering(startsIn: StartsIn): StartsIn {
  let known: { from: Moment; to: Moment; starts: Moment[] } | undefined;
  let ahead = DAY;
  return (from, to) => {
    if (!known || from < known.from || from > known.to)
      known = { from, to: from - 1, starts: [] };
    if (to > known.to) {
      const end = Math.max(to, known.to + ahead);
      const more = startsIn(known.to + 1, end);
      if (more.length < FEW) ahead *= 2;
      const kept =
        known.starts.length > MOST_KEPT
          ? known.starts.slice(firstAt(known.starts, from))
          : known.starts;
      const isWhole = kept.length === known.starts.length;
      known = {
        from: isWhole ? known.from : from,
        to: end,
        starts: kept.concat(more),
      };
    }
    const { starts } = known;
    return starts.slice(firstAt(starts, from), firstAt(starts, to + 1));
  };
}

/** Index of the first that is not before this moment. */
function firstAt(starts: readonly Moment[], moment: Moment): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle] < moment) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Looks a day ahead, then two, then four: dense rules stay cheap, and sparse ones too. */
function firstAfter(
  startsIn: StartsIn,
  moment: Moment,
  horizon: Moment,
): Moment | undefined {
  let from = moment + 1;
  for (let span = DAY; from <= horizon; span *= 2) {
    const to = Math.min(from + span, horizon);
    const [first] = startsIn(from, to);
    if (first !== undefined) return first;
    from = to + 1;
  }
  return undefined;
}
