import { PromotionPlan } from '@stevedore/plugin-stevedore-common';
import parseDiff from 'parse-diff';

type PlanDiff = NonNullable<PromotionPlan['diffs']>[number];

export interface DiffLine {
  kind: 'same' | 'added' | 'removed' | 'note';
  /** Number in the file as it is; absent where the line is new. */
  old?: number;
  /** Number in the file as it would be; absent where the line goes. */
  new?: number;
  text: string;
}

/** Lines that belong together, with where they stand. */
export interface Hunk {
  header: string;
  lines: DiffLine[];
}

/** What would become of one file. */
export interface FileDiff {
  path: string;
  change: 'created' | 'deleted' | 'changed' | 'mode' | 'binary';
  added: number;
  removed: number;
  /** Lines in all hunks. */
  length: number;
  hunks: Hunk[];
}

/** Reads the unified text of one file. */
export function readFileDiff({ path, text, binary }: PlanDiff): FileDiff {
  const files = parseDiff(text);
  const hunks = files.flatMap(file => file.chunks.map(readHunk));
  const sum = (key: 'additions' | 'deletions') =>
    files.reduce((total, file) => total + file[key], 0);
  return {
    path,
    change: binary ? 'binary' : changeOf(files, hunks),
    added: sum('additions'),
    removed: sum('deletions'),
    length: hunks.reduce((total, hunk) => total + hunk.lines.length, 0),
    hunks,
  };
}

function changeOf(files: parseDiff.File[], hunks: Hunk[]): FileDiff['change'] {
  if (files.length > 0 && files.every(file => file.new)) return 'created';
  if (files.length > 0 && files.every(file => file.deleted)) return 'deleted';
  const [file] = files;
  const turned = file?.oldMode !== file?.newMode;
  return hunks.length === 0 && turned ? 'mode' : 'changed';
}

function readHunk({ content, changes }: parseDiff.Chunk): Hunk {
  return { header: content, lines: changes.map(readLine) };
}

function readLine(change: parseDiff.Change): DiffLine {
  const text = change.content.slice(1);
  if (change.content.startsWith('\\'))
    return { kind: 'note', text: text.trim() };
  if (change.type === 'add') return { kind: 'added', new: change.ln, text };
  if (change.type === 'del') return { kind: 'removed', old: change.ln, text };
  return { kind: 'same', old: change.ln1, new: change.ln2, text };
}
