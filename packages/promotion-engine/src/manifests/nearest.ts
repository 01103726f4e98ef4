/** Levenshtein distance, with a swap of neighbours as one edit. */
export function editDistance(left: string, right: string): number {
  const rows = [
    Array.from({ length: right.length + 1 }, (_, column) => column),
  ];
  for (let i = 1; i <= left.length; i++) {
    const row = [i];
    for (let j = 1; j <= right.length; j++) {
      const cost = left[i - 1] === right[j - 1] ? 0 : 1;
      let best = Math.min(
        rows[i - 1][j] + 1,
        row[j - 1] + 1,
        rows[i - 1][j - 1] + cost,
      );
      if (
        i > 1 &&
        j > 1 &&
        left[i - 1] === right[j - 2] &&
        left[i - 2] === right[j - 1]
      ) {
        best = Math.min(best, rows[i - 2][j - 2] + 1);
      }
      row.push(best);
    }
    rows.push(row);
  }
  return rows[left.length][right.length];
}

/** Longer words cannot be a slip of something we know, and would make the table large. */
const LONGEST = 80;

/** The candidate that was most likely meant, or undefined when none is near. */
export function nearest(
  word: string,
  candidates: Iterable<string>,
): string | undefined {
  let found: { candidate: string; distance: number } | undefined;
  for (const candidate of candidates) {
    if (word.length <= LONGEST && candidate.length <= LONGEST) {
      const distance = editDistance(
        word.toLowerCase(),
        candidate.toLowerCase(),
      );
      if (distance < (found?.distance ?? Infinity)) {
        found = { candidate, distance };
      }
    }
  }
  const limit = Math.max(2, Math.floor(word.length / 3));
  return found && found.distance <= limit ? found.candidate : undefined;
}

/** Longer lists are no help to anyone. */
const MOST_NAMED = 24;

/** `Did you mean stages? Known here: a, b.`, as far as there is something to say. */
export function suggestion(
  word: string,
  candidates: readonly string[],
): string {
  const near = nearest(word, candidates);
  if (candidates.length > MOST_NAMED && near) return `Did you mean ${near}?`;
  const known =
    candidates.length > 0
      ? `Known here: ${candidates.join(', ')}.`
      : 'None is known here.';
  return near ? `Did you mean ${near}? ${known}` : known;
}
