import { CalendarWindowItem } from '@stevedore/plugin-stevedore-common';
import { dayLabel } from '../time/relativeTime';

export interface AgendaTime {
  key: string;
  window: CalendarWindowItem;
  /** ISO 8601. */
  start: string;
  end: string;
}

export interface AgendaDay {
  label: string;
  times: AgendaTime[];
}

/** When what is open or closed, by the reader's days, earliest first. @param today any moment of it, milliseconds since 1970 */
export function agenda(
  windows: readonly CalendarWindowItem[],
  today: number,
): AgendaDay[] {
  const times = windows
    .flatMap((window, index) =>
      window.times.map(({ start, end }) => ({
        key: `${window.id ?? index} ${start}`,
        window,
        start,
        end,
      })),
    )
    .sort((a, b) => Date.parse(a.start) - Date.parse(b.start));
  const days: AgendaDay[] = [];
  for (const time of times) {
    const label = dayLabel(time.start, today);
    const last = days[days.length - 1];
    if (last?.label === label) last.times.push(time);
    else days.push({ label, times: [time] });
  }
  return days;
}

/** `12 Mar, 09:00` in the reader's zone. */
export function momentText(at: string): string {
  return new Date(at).toLocaleString(undefined, {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
}
