import { parse } from 'yaml';
import { ChartIndex } from '../../ports/charts';

/** An index that is not written line by line is read as a whole, but only up to so many characters. */
const LARGEST_WHOLE = 16 * 1024 * 1024;
/** YAML takes nearly two seconds a megabyte. */
const LARGEST_WHOLE_YAML = 1024 * 1024;
const TOO_LARGE = 'it is too large for the form that it is written in';
const LONGEST_LINE = 256 * 1024;
const QUOTED_KEY = /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)')\s*:(?:\s+(.*))?$/;

/** The text has a form that cannot be read line by line. */
class NotByLine extends Error {}

/**
 * Reads the versions out of a chart repository's `index.yaml` as it arrives: large ones have tens of megabytes, of
 * which names and versions are a hundredth. It relies on the block style that Helm writes, where a version stands at
 * the column of its entry's fields and no text of another field can; anything else is read as a whole.
 */
export class IndexReader {
  readonly #versions = new Map<string, string[]>();
  #whole: string[] | undefined = [];
  #wholeSize = 0;
  #rest = '';
  #byLine = true;
  #inEntries = false;
  #nameColumn = -1;
  #dashColumn = -1;
  #fieldColumn = -1;
  #current?: string[];

  /** Takes the next piece of the text. @throws Error when it is too large to be read in its form */
  write(text: string): void {
    this.#keep(text);
    if (!this.#byLine) return;
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop() ?? '';
    this.#lines(lines);
    if (this.#rest.length > LONGEST_LINE) this.#giveUp();
  }

  /** @throws Error when it is no index */
  end(): ChartIndex {
    if (this.#byLine) this.#lines([this.#rest]);
    return this.#whole && !this.#byLine
      ? readWhole(this.#whole.join(''))
      : this.#versions;
  }

  #keep(text: string): void {
    if (!this.#whole) return;
    this.#whole.push(text);
    this.#wholeSize += text.length;
    if (this.#wholeSize <= LARGEST_WHOLE) return;
    this.#whole = undefined;
    if (!this.#byLine) throw new Error(TOO_LARGE);
  }

  #lines(lines: string[]): void {
    try {
      for (const line of lines) this.#line(line.replace(/\r$/, ''));
    } catch (error) {
      if (!(error instanceof NotByLine)) throw error;
      this.#giveUp();
    }
  }

  #giveUp(): void {
    this.#byLine = false;
    if (!this.#whole) throw new Error(TOO_LARGE);
  }

  #line(line: string): void {
    const text = line.trimStart();
    const column = line.length - text.length;
    if (text === '' || text.startsWith('#')) return;
    if (column === 0 && !text.startsWith('-')) this.#topLevel(text);
    else if (column === 0 && /^-{3}(\s|$)/.test(text)) return;
    else if (this.#inEntries) this.#entry(text, column);
  }

  #topLevel(text: string): void {
    const [key, value] = keyOf(text);
    this.#inEntries = key === 'entries';
    this.#nameColumn = -1;
    if (this.#inEntries && value && !/^(\{\s*\}|null|~)$/.test(value))
      throw new NotByLine();
  }

  #entry(text: string, column: number): void {
    if (this.#nameColumn < 0) this.#nameColumn = column;
    const dash = /^-(\s+|$)/.exec(text);
    if (column === this.#nameColumn && !dash) {
      const [name, value] = keyOf(text);
      if (value && !/^(\[\s*\]|null|~)$/.test(value)) throw new NotByLine();
      this.#current = [];
      this.#versions.set(name, this.#current);
      this.#dashColumn = -1;
      return;
    }
    if (dash && this.#dashColumn < 0) this.#dashColumn = column;
    if (dash && column === this.#dashColumn) {
      const field = text.slice(dash[0].length);
      this.#fieldColumn = field ? column + dash[0].length : -1;
      if (field) this.#field(field);
      return;
    }
    if (this.#fieldColumn < 0) this.#fieldColumn = column;
    if (column === this.#fieldColumn && !dash) this.#field(text);
  }

  #field(text: string): void {
    const [key, value] = keyOf(text);
    if (key === 'version') this.#current?.push(scalarOf(value ?? ''));
  }
}

function keyOf(text: string): [string, string | undefined] {
  const quoted = QUOTED_KEY.exec(text);
  if (quoted) {
    const [, double, single, value] = quoted;
    return double === undefined
      ? [single.replace(/''/g, "'"), value]
      : [parse(`"${double}"`) as string, value];
  }
  const colon = text.search(/:(?:\s|$)/);
  const key = text.slice(0, Math.max(0, colon)).trimEnd();
  if (key === '' || /^[#"'{[&*!|>%@`?]|\s#/.test(key)) throw new NotByLine();
  return [key, text.slice(colon + 1).trim() || undefined];
}

/** As it is written: `1.0` is a version and no number. */
function scalarOf(value: string): string {
  if (/^["']/.test(value)) {
    const text: unknown = parse(value);
    return typeof text === 'string' ? text : '';
  }
  const text = value.replace(/(^|\s)#.*$/, '').trim();
  if (text === '' || /^[&*!|>{[]/.test(text)) throw new NotByLine();
  return text;
}

function readWhole(text: string): ChartIndex {
  const index = text.trimStart().startsWith('{')
    ? (JSON.parse(text) as unknown)
    : readYaml(text);
  const entries = isRecord(index) ? index.entries : undefined;
  if (!isRecord(entries)) return new Map();
  return new Map(
    Object.entries(entries).map(([name, list]) => [
      name,
      (Array.isArray(list) ? list : []).flatMap(each =>
        isRecord(each) && typeof each.version === 'string'
          ? [each.version]
          : [],
      ),
    ]),
  );
}

function readYaml(text: string): unknown {
  if (text.length > LARGEST_WHOLE_YAML) throw new Error(TOO_LARGE);
  // everything stays text, so that 1.0 keeps its zero
  return parse(text, { schema: 'failsafe', maxAliasCount: 0 });
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
