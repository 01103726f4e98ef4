/** Where something stands inside a document. */
export type Path = readonly (string | number)[];

/** `spec.requestedFreight[0].origin`. */
export function formatPath(path: Path): string {
  return path
    .map((part, index) => {
      if (typeof part === 'number') {
        return `[${part}]`;
      }
      if (!/^[\w-]+$/.test(part)) {
        return `[${JSON.stringify(part)}]`;
      }
      return index === 0 ? part : `.${part}`;
    })
    .join('');
}
