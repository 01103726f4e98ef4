import { LogLine, Store } from '../ports/store';
import { OpenTranscript, PrintedLine } from '../ports/transcript';
import { EngineContext } from './context';

/** Characters that are kept of one source; what it ends with can be asked of the source itself. */
const KEPT = 1024 * 1024;
const LONGEST_LINE = 16 * 1024;
const PAGE = 500;
/** Logs whose ends are remembered; of another one everything is read again. */
const REMEMBERED = 1_000;

/** Where lines are written: under which step of which promotion. */
export interface LogPlace {
  project: string;
  promotion: string;
  step: string;
  /** Before each line, where several speak. */
  speaker?: string;
}

interface SourceEnd {
  until: string;
  size: number;
  full: boolean;
}

/** How far a log was read, and how far each of its sources was copied. */
interface LogEnd {
  after?: string;
  sources: Map<string, SourceEnd>;
}

/** Only a shortcut: what is remembered here can be read again, and what others added since is. */
const ends = new WeakMap<Pick<Store, 'logs'>, Map<string, LogEnd>>();

/** Copies logs that are kept elsewhere. Truth is in the lines: each carries its source and its moment. */
export function transcriptsOf(
  engine: Pick<EngineContext, 'events' | 'masker' | 'store'>,
  of: LogPlace,
): OpenTranscript {
  return async source => {
    const end = (await readOn(engine.store, of)).sources.get(source);
    return {
      until: end?.until,
      full: end?.full ?? false,
      add: async lines => {
        const fresh = lines.filter(({ at }) => !end || at > end.until);
        if (end?.full || fresh.length === 0) return;
        const kept = cut(shown(engine, fresh), end?.size ?? 0);
        const { project, promotion, step, speaker } = of;
        const before = speaker ? `${speaker}: ` : '';
        const all = kept.map(
          ({ text, ...line }): LogLine => ({
            ...line,
            text: before + text,
            step,
            source,
          }),
        );
        await engine.store.appendLog(project, promotion, ...all);
        // whoever has the log open reads on
        engine.events.publish({
          project,
          subjects: [`promotion:${promotion}`],
        });
      },
    };
  };
}

/** Everything that was added to the log since it was read the last time, whoever added it. */
async function readOn(
  store: Pick<Store, 'logs'>,
  { project, promotion }: LogPlace,
): Promise<LogEnd> {
  const end = remembered(store, `${project}/${promotion}`);
  for (;;) {
    const { items, next } = await store.logs(project, promotion, {
      after: end.after,
      limit: PAGE,
    });
    for (const line of items) take(end, line);
    end.after = items[items.length - 1]?.id ?? end.after;
    if (next === undefined) return end;
  }
}

function remembered(store: Pick<Store, 'logs'>, key: string): LogEnd {
  const logs = ends.get(store) ?? new Map<string, LogEnd>();
  ends.set(store, logs);
  const end = logs.get(key) ?? { sources: new Map() };
  // the one that was used last is forgotten last
  logs.delete(key);
  logs.set(key, end);
  const [oldest] = logs.keys();
  if (logs.size > REMEMBERED) logs.delete(oldest);
  return end;
}

function take({ sources }: LogEnd, { source, at, text, cut: full }: LogLine) {
  if (source === undefined) return;
  const size = (sources.get(source)?.size ?? 0) + text.length;
  sources.set(source, { until: at, size, full: full ?? false });
}

/** Secrets are looked for in all of it: one may have several lines. */
function shown(
  { masker }: Pick<EngineContext, 'masker'>,
  lines: readonly PrintedLine[],
): PrintedLine[] {
  const texts = masker.mask(lines.map(({ text }) => text).join('\n'));
  const last = lines[lines.length - 1];
  return texts
    .split('\n')
    .map((text, index) => ({ at: (lines[index] ?? last).at, text }));
}

function cut(
  lines: readonly PrintedLine[],
  before: number,
): (PrintedLine & { cut?: true })[] {
  const kept: PrintedLine[] = [];
  let size = before;
  for (const { at, text } of lines) {
    const line =
      text.length > LONGEST_LINE ? `${text.slice(0, LONGEST_LINE)} …` : text;
    size += line.length;
    if (size > KEPT)
      return [
        ...kept,
        { at, text: 'It printed more than the 1 MiB that is kept.', cut: true },
      ];
    kept.push({ at, text: line });
  }
  return kept;
}
