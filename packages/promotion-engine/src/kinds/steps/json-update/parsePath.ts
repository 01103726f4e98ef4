/** One part of a path. */
export interface PathPart {
  text: string;
  /** A colon stood before it: a key of an object, though it looks like a place in a list. */
  isKey: boolean;
  /** As it was written, for searches, to which a colon is a character. */
  source: string;
}

/** Characters that make a path a search for what is there, instead of a place to write to. */
const SEARCH = /[|#@*?]/;

/**
 * The parts of a key: dots separate, a backslash takes the next character as it is, a colon before a part makes it a
 * key (Kargo hands the key to tidwall/sjson). `isSearch` says that a part has one of `| # @ * ?` without a backslash.
 */
export function parsePath(key: string): {
  parts: PathPart[];
  isSearch: boolean;
} {
  const parts: PathPart[] = [];
  let isSearch = false;
  let at = 0;
  while (at <= key.length) {
    const start = at;
    const isKey = key[at] === ':';
    if (isKey) at += 1;
    let text = '';
    // the condition of a search may hold dots
    let depth = 0;
    for (; at < key.length && (key[at] !== '.' || depth > 0); at += 1) {
      if (key[at] === '\\') {
        at += 1;
        text += key[at] ?? '';
        continue;
      }
      if (SEARCH.test(key[at])) isSearch = true;
      if (isSearch && key[at] === '(') depth += 1;
      if (isSearch && key[at] === ')') depth -= 1;
      text += key[at];
    }
    parts.push({ text, isKey, source: key.slice(start, at) });
    at += 1;
  }
  return { parts, isSearch };
}

/** The place in a list that a part names; an empty part is the first. */
export function placeOf({ text, isKey }: PathPart): number | undefined {
  return !isKey && /^\d*$/.test(text) ? Number(text) : undefined;
}

/** Whether a part adds at the end of a list. */
export const isAppend = ({ text, isKey }: PathPart): boolean =>
  text === '-1' && !isKey;
