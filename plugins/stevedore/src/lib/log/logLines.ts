import { LogPage } from '@stevedore/plugin-stevedore-common';
import { Failure } from '../read/failure';

export type LogLine = LogPage['items'][number];

/** A log as far as it was read. */
export interface ShownLog {
  lines: LogLine[];
  /** More is there than has been read. */
  more: boolean;
  loading: boolean;
  loadingMore: boolean;
  failure?: Failure;
  loadMore: () => void;
  /** Every line, also those that are not shown. */
  all: () => Promise<LogLine[]>;
}

/** Lines in which the text occurs, whatever its case. */
export function findInLog(
  lines: readonly LogLine[],
  wanted: string,
): readonly LogLine[] {
  const text = wanted.trim().toLocaleLowerCase();
  return text === ''
    ? lines
    : lines.filter(line => line.text.toLocaleLowerCase().includes(text));
}

/** The log as a file. */
export function logText(lines: readonly LogLine[]): string {
  return lines.map(({ at, step, text }) => `${at} ${step} ${text}\n`).join('');
}

/** `14:03:22`, by the reader's clock. */
export function clockTime(at: string): string {
  return new Date(at).toLocaleTimeString(undefined, { hour12: false });
}
