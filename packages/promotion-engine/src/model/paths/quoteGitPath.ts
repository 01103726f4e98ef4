const NAMED: Record<string, string> = {
  '\x07': '\\a',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\v': '\\v',
  '\f': '\\f',
  '\r': '\\r',
  '"': '\\"',
  '\\': '\\\\',
};

/**
 * A path as Git prints it unless told otherwise (git-config: core.quotePath): with anything but plain ASCII in it,
 * it stands in quotes and its bytes are octal. Kargo matches patterns against that text, so we do too.
 */
export function quoteGitPath(path: string): string {
  // eslint-disable-next-line no-control-regex
  if (!/[^\x20-\x7e]|["\\]/.test(path)) return path;
  const bytes = [...new TextEncoder().encode(path)].map(byte => {
    const char = String.fromCharCode(byte);
    if (NAMED[char]) return NAMED[char];
    if (byte >= 0x20 && byte < 0x7f) return char;
    return `\\${byte.toString(8).padStart(3, '0')}`;
  });
  return `"${bytes.join('')}"`;
}
