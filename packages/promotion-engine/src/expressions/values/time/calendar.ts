/** A day and a time of day, without a zone. Months and days count from 1; parts may overflow and are normalised. */
export interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

export const DAY_SECONDS = 86_400;

/** Seconds from 1970 to that time, were it in UTC; `February 30` is a day in March. */
export function civilToSeconds(civil: Civil): number {
  const months = civil.year * 12 + civil.month - 1;
  const days =
    daysBefore(Math.floor(months / 12), mod(months, 12) + 1) + civil.day - 1;
  return (
    days * DAY_SECONDS + civil.hour * 3600 + civil.minute * 60 + civil.second
  );
}

export function secondsToCivil(seconds: number): Civil {
  const days = Math.floor(seconds / DAY_SECONDS);
  const rest = mod(seconds, DAY_SECONDS);
  let year = 1970 + Math.floor(days / 365.2425);
  while (daysBefore(year, 1) > days) {
    year -= 1;
  }
  while (daysBefore(year + 1, 1) <= days) {
    year += 1;
  }
  let month = 1;
  while (month < 12 && daysBefore(year, month + 1) <= days) {
    month += 1;
  }
  const day = days - daysBefore(year, month) + 1;
  return {
    year,
    month,
    day,
    hour: Math.floor(rest / 3600),
    minute: Math.floor((rest % 3600) / 60),
    second: rest % 60,
  };
}

/** From 1, the first of January. */
export function yearDay(civil: Civil): number {
  return (
    daysBefore(civil.year, civil.month) - daysBefore(civil.year, 1) + civil.day
  );
}

/** 0 is Sunday. */
export function weekday(civil: Civil): number {
  return mod(daysBefore(civil.year, civil.month) + civil.day - 1 + 4, 7);
}

/** ISO 8601: the year that a day's week belongs to. */
export function isoYear(civil: Civil): number {
  const thursday = civil.day + 3 - mod(weekday(civil) + 6, 7);
  return secondsToCivil(civilToSeconds({ ...civil, day: thursday })).year;
}

export function daysInMonth(year: number, month: number): number {
  return (
    daysBefore(month === 12 ? year + 1 : year, (month % 12) + 1) -
    daysBefore(year, month)
  );
}

const MONTH_STARTS = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

/** Days from 1970 to the first of that month. */
function daysBefore(year: number, month: number): number {
  const before = year - 1;
  const leapDays =
    Math.floor(before / 4) -
    Math.floor(before / 100) +
    Math.floor(before / 400);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return (
    (year - 1970) * 365 +
    leapDays -
    477 +
    MONTH_STARTS[month - 1] +
    (leap && month > 2 ? 1 : 0)
  );
}

function mod(value: number, by: number): number {
  return ((value % by) + by) % by;
}
