/** A step by the name its author gave it, with its kind; by its kind alone where it has no name of its own. */
export function stepName({ alias, uses }: { alias: string; uses: string }): {
  name: string;
  kind?: string;
} {
  // what Kargo calls a step that its author did not name
  if (/^step-\d+$/.test(alias) || alias === uses) return { name: uses };
  return { name: alias, kind: uses };
}
