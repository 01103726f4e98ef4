import { HistoryEntry } from '@stevedore/plugin-stevedore-common';
import { dayLabel } from '../time/relativeTime';

export interface HistoryDay {
  label: string;
  entries: HistoryEntry[];
}

/** Entries under the day they are of, as the reader counts days. @param now milliseconds since 1970 */
export function historyDays(
  entries: readonly HistoryEntry[],
  now: number,
): HistoryDay[] {
  const days: HistoryDay[] = [];
  for (const entry of entries) {
    const label = dayLabel(entry.at, now);
    const last = days[days.length - 1];
    if (last?.label === label) last.entries.push(entry);
    else days.push({ label, entries: [entry] });
  }
  return days;
}
