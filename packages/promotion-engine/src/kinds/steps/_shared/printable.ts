// what YAML does not count as printable (1.2.2, section 5.1) and JSON leaves as it is
const UNPRINTABLE = /[\x7f-\x84\x86-\x9f\ufffe\uffff]/;

/**
 * Refuses an update with a character that cannot be printed: Kargo loses the whole configuration over it.
 * @throws Error that names the key
 */
export function assertPrintable({
  key,
  value,
}: {
  key: string;
  value?: unknown;
}): void {
  const found = UNPRINTABLE.exec(key + (JSON.stringify(value) ?? ''));
  if (!found) return;
  const code = found[0].charCodeAt(0).toString(16).toUpperCase();
  throw new Error(
    `the update of ${JSON.stringify(
      key,
    )} has a character that cannot be printed (U+${code.padStart(4, '0')})`,
  );
}
