import { RE2JS } from 're2js';

/** Says whether a text fits. */
export type TextMatcher = (text: string) => boolean;

/**
 * A regular expression in RE2's syntax, unanchored: no backtracking, so nobody can stop the portal with one.
 * @throws Error whose message names the expression.
 */
export function compileRegex(source: string): TextMatcher {
  let compiled: RE2JS;
  try {
    compiled = RE2JS.compile(source);
  } catch (error) {
    throw new Error(
      `The regular expression "${source}" cannot be read: ${
        (error as Error).message
      }.`,
    );
  }
  return text => compiled.matcher(text).find();
}

const quote = (char: string): string =>
  char.replace(/[\\^$.*+?()[\]{}|/-]/, '\\$&');

/** The end (exclusive) of a class that starts at `from`, or -1. */
function classEnd(glob: string, from: number): number {
  let at = /[!^]/.test(glob[from + 1] ?? '') ? from + 2 : from + 1;
  const first = at;
  while (at < glob.length) {
    if (glob[at] === ']' && at > first) return at + 1;
    at += glob[at] === '\\' ? 2 : 1;
  }
  return -1;
}

function classSource(text: string): string {
  const negated = /^\[[!^]/.test(text);
  const body = text
    .slice(negated ? 2 : 1, -1)
    .replace(
      /\\(.)|([[\]^&])/g,
      (_, escaped, plain) => `\\${escaped ?? plain}`,
    );
  // a class never matches the separator
  return negated ? `[^/${body}]` : `[${body}]`;
}

interface GlobReader {
  glob: string;
  at: number;
  depth: number;
}

function readStars(reader: GlobReader): string {
  const { glob } = reader;
  const start = reader.at;
  while (glob[reader.at] === '*') reader.at += 1;
  const startsPart = start === 0 || /[/{,]/.test(glob[start - 1]);
  const next = glob[reader.at];
  const endsPart = next === undefined || /[/},]/.test(next);
  if (reader.at - start !== 2 || !startsPart || !endsPart) return '[^/]*';
  if (next !== '/') return '.*';
  reader.at += 1;
  return '(?:.*/)?';
}

function readClass(reader: GlobReader): string {
  const end = classEnd(reader.glob, reader.at);
  if (end < 0) throw new Error('a "[" is never closed');
  const source = classSource(reader.glob.slice(reader.at, end));
  reader.at = end;
  return source;
}

function readOne(reader: GlobReader): string {
  const { glob } = reader;
  const char = glob[reader.at];
  if (char === '*') return readStars(reader);
  if (char === '[') return readClass(reader);
  reader.at += 1;
  switch (char) {
    case '?':
      return '[^/]';
    case '\\':
      if (reader.at >= glob.length) throw new Error('a "\\" ends it');
      reader.at += 1;
      return quote(glob[reader.at - 1]);
    case '{':
      reader.depth += 1;
      return '(?:';
    case '}':
      if (reader.depth === 0) throw new Error('a "}" has no "{"');
      reader.depth -= 1;
      return ')';
    case ',':
      return reader.depth > 0 ? '|' : ',';
    case '/':
      // `a/**` also stands for `a` itself
      if (glob.slice(reader.at) === '**') {
        reader.at = glob.length;
        return '(?:/.*)?';
      }
      return '/';
    default:
      return quote(char);
  }
}

/**
 * A glob as doublestar v4 reads it: `*` and `?` stop at `/`, `**` does not, `{a,b}`, `[a-z]`, `[!a]`.
 * @throws Error whose message names the pattern.
 */
export function compileGlob(glob: string): TextMatcher {
  const reader: GlobReader = { glob, at: 0, depth: 0 };
  let source = '';
  try {
    while (reader.at < glob.length) source += readOne(reader);
    if (reader.depth > 0) throw new Error('a "{" is never closed');
    const compiled = RE2JS.compile(`^(?:${source})$`, RE2JS.DOTALL);
    return text => compiled.matcher(text).find();
  } catch (error) {
    throw new Error(
      `The glob "${glob}" cannot be read: ${(error as Error).message}.`,
    );
  }
}

/**
 * A name: `glob:…`, `regex:…`, `regexp:…`, anything else is meant exactly (Kargo: pattern.ParseNamePattern).
 * @throws Error for a pattern that cannot be read.
 */
export function compileNamePattern(pattern: string): TextMatcher {
  const match = /^(glob|regexp?):(.*)$/s.exec(pattern);
  if (!match) return text => text === pattern;
  return match[1] === 'glob' ? compileGlob(match[2]) : compileRegex(match[2]);
}
