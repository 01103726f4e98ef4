/**
 * The documents of a YAML stream, as they are written. A line that begins with `---` is a marker wherever it stands,
 * also within what would be a text (YAML 1.2, section 9.1.2).
 */
export function splitDocuments(text: string): string[] {
  return text
    .replace(/\r\n/g, '\n')
    .split(/^---(?:[ \t].*)?\n|^---$/m)
    .map(document => document.replace(/^\n+/, '').trimEnd())
    .filter(document => document !== '');
}

/** Whether a path names a file of manifests; otherwise it is a directory for them (Kargo: outPath). */
export const isManifestFile = (path: string): boolean => /\.ya?ml$/.test(path);
