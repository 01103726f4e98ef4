import { FileDiff } from './fileDiff';

const CHANGES: Record<FileDiff['change'], string> = {
  created: 'new file',
  deleted: 'file is deleted',
  changed: 'changed',
  mode: 'only its mode changes',
  binary: 'binary file: its content is not shown',
};

/** `changed`, `new file` … */
export function changeWord({ change }: Pick<FileDiff, 'change'>): string {
  return CHANGES[change];
}

/** `3 files, 12 lines added, 4 removed`. */
export function diffSummary(files: readonly FileDiff[]): string {
  const total = (key: 'added' | 'removed') =>
    files.reduce((sum, file) => sum + file[key], 0);
  return [
    count(files.length, 'file'),
    `${count(total('added'), 'line')} added`,
    `${total('removed')} removed`,
  ].join(', ');
}

/** `1 file`, `1,240 lines`. */
export function count(n: number, noun: string): string {
  return `${n.toLocaleString('en')} ${noun}${n === 1 ? '' : 's'}`;
}
