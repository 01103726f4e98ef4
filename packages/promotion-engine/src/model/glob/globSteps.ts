import { CharMatcher, GlobPart } from './parts';

/** What a glob without alternatives asks for, one after the other. */
export type GlobStep =
  /** One character. */
  | { kind: 'char'; fits: CharMatcher; separator: boolean }
  /** Any characters but `/`. */
  | { kind: 'star' }
  /** Any number of whole segments, each with its `/`. */
  | { kind: 'segments' }
  /** Whatever is left. */
  | { kind: 'rest' };

type FlatPart = Exclude<GlobPart, { kind: 'alternatives' }>;

const MOST_ALTERNATIVES = 1000;

/** `a{b,c}d` as `abd` and `acd`: what `**` means depends on what stands beside it then. */
export function expandAlternatives(parts: readonly GlobPart[]): FlatPart[][] {
  let expanded: FlatPart[][] = [[]];
  for (const part of parts) {
    const options =
      part.kind === 'alternatives'
        ? part.options.flatMap(expandAlternatives)
        : [[part]];
    if (expanded.length * options.length > MOST_ALTERNATIVES) {
      throw new Error(
        `it stands for more than ${MOST_ALTERNATIVES} patterns; use fewer "{…}"`,
      );
    }
    expanded = expanded.flatMap(begun =>
      options.map(option => [...begun, ...option]),
    );
  }
  return expanded;
}

const isSeparator = (part: FlatPart | undefined): boolean =>
  part?.kind === 'char' && part.separator;

/** `**` crosses `/` only where it is a whole segment; elsewhere it is a `*`, as in Bash. */
export function globSteps(parts: readonly FlatPart[]): GlobStep[] {
  const steps: GlobStep[] = [];
  let startsSegment = true;
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at];
    if (part.kind === 'char') steps.push(part);
    if (part.kind === 'star') {
      const double = parts[at + 1]?.kind === 'star';
      if (double) at += 1;
      const next = parts[at + 1];
      if (double && startsSegment && next === undefined) {
        steps.push({ kind: 'rest' });
      } else if (double && startsSegment && isSeparator(next)) {
        steps.push({ kind: 'segments' });
        at += 1;
        continue;
      } else {
        steps.push({ kind: 'star' });
      }
    }
    startsSegment = part.kind === 'start' || isSeparator(part);
  }
  return steps;
}
