/** pg-boss is an ES module; a package that is built as CommonJS can only import it dynamically. */
export function loadPgBoss(): Promise<typeof import('pg-boss')> {
  return import('pg-boss');
}
