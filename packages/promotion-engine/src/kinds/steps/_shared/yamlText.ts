import { Document, parseAllDocuments } from 'yaml';
import { asWrittenTag } from './asWritten';

/** One piece of text to put in the place of another. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** Makes edits that do not overlap, within `from` and `to`. */
export function applyEdits(
  text: string,
  edits: Edit[],
  within: { from: number; to: number },
): string {
  let result = '';
  let at = within.from;
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at, within.to);
}

export const lineStart = (text: string, at: number): number =>
  text.lastIndexOf('\n', at - 1) + 1;

/** Where the line ends, before its line break. */
export function lineEnd(text: string, at: number): number {
  const next = text.indexOf('\n', at);
  const end = next < 0 ? text.length : next;
  return end > at && text[end - 1] === '\r' ? end - 1 : end;
}

/** The line break that the file uses. */
export const lineBreak = (text: string): string =>
  /\r\n/.test(text) ? '\r\n' : '\n';

/** Characters that YAML forbids (1.2.2, section 5.1) and the library lets pass. */
// eslint-disable-next-line no-control-regex
const CONTROL = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/;

/**
 * The first document of a file, undefined where there is none; the others are nobody's business.
 * @throws Error that says where it cannot be read.
 */
export function documentOf(text: string): Document.Parsed | undefined {
  const control = CONTROL.exec(text);
  if (control) {
    const line = text.slice(0, control.index).split('\n').length;
    throw new Error(
      `the file cannot be read as YAML: line ${line} has a control character`,
    );
  }
  const documents = parseAllDocuments(text, {
    uniqueKeys: false,
    keepSourceTokens: true,
    logLevel: 'silent',
    customTags: tags => [...tags, asWrittenTag],
  });
  const document = Array.isArray(documents) ? documents[0] : undefined;
  const error = document?.errors[0];
  if (error)
    throw new Error(`the file cannot be read as YAML: ${error.message}`);
  return document;
}

/** As `documentOf`, where there must be one. @throws Error */
export function firstDocument(text: string): Document.Parsed {
  const document = documentOf(text);
  if (!document) throw new Error('the file is empty');
  return document;
}
