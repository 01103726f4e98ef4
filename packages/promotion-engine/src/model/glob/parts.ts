/** Says whether one character fits. */
export type CharMatcher = (char: string) => boolean;

/** A part of a glob; `start` marks where an alternative begins. */
export type GlobPart =
  | { kind: 'char'; fits: CharMatcher; separator: boolean }
  | { kind: 'star' }
  | { kind: 'start' }
  | { kind: 'alternatives'; options: GlobPart[][] };

/** The characters of a glob and how far they were read. */
export interface GlobReader {
  readonly chars: readonly string[];
  at: number;
}
