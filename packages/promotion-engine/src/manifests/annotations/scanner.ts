/** An annotation value that does not follow the grammar; `offset` counts characters of the value from 0. */
export class AnnotationSyntaxError extends Error {
  override name = 'AnnotationSyntaxError';
  readonly offset: number;
  readonly cure: string;
  constructor(
    message: string,
    { offset, cure }: { offset: number; cure: string },
  ) {
    super(message);
    this.offset = offset;
    this.cure = cure;
  }
}

/** A piece of an annotation with the place where it begins. */
export interface Located<T> {
  value: T;
  offset: number;
}

/** What a token looks like, and how people call it. */
export interface Token {
  pattern: RegExp;
  word: string;
  cure: string;
}

/** Reads one annotation value from left to right; blanks between tokens do not count. */
export class Scanner {
  readonly text: string;
  #offset = 0;
  #end: number;

  constructor(text: string) {
    this.text = text;
    this.#end = text.length;
  }

  get offset(): number {
    return this.#offset;
  }

  /** True when nothing is left but blanks. */
  get done(): boolean {
    this.skipBlanks();
    return this.#offset >= this.#end;
  }

  skipBlanks(): void {
    while (
      this.#offset < this.#end &&
      /[ \t\r]/.test(this.text[this.#offset])
    ) {
      this.#offset++;
    }
  }

  /** The text when it comes next, otherwise nothing is read. */
  accept(pattern: RegExp): Located<string> | undefined {
    this.skipBlanks();
    const sticky = new RegExp(pattern.source, 'y');
    sticky.lastIndex = this.#offset;
    const match = sticky.exec(this.text);
    if (!match || match.index + match[0].length > this.#end) {
      return undefined;
    }
    const offset = this.#offset;
    this.#offset += match[0].length;
    return { value: match[0], offset };
  }

  expect(token: Token): Located<string> {
    const found = this.accept(token.pattern);
    if (!found) {
      throw this.fault(
        `Here ${token.word} is expected, not ${this.#shownNext()}.`,
        token.cure,
      );
    }
    return found;
  }

  fault(
    message: string,
    cure: string,
    offset: number = this.#offset,
  ): AnnotationSyntaxError {
    return new AnnotationSyntaxError(message, { offset, cure });
  }

  /** Runs `read` over each entry between separators, which must use it up; empty entries are skipped. */
  entries<T>(separator: RegExp, read: () => T): T[] {
    const results: T[] = [];
    const limit = this.#end;
    let start = this.#offset;
    while (start <= limit) {
      const length = this.text.slice(start, limit).search(separator);
      this.#offset = start;
      this.#end = length < 0 ? limit : start + length;
      start = this.#end + 1;
      if (!this.done) {
        results.push(read());
        if (!this.done) {
          throw this.fault(
            `${this.#shownNext()} is not understood here.`,
            'Remove it, or end the entry with ; before it.',
          );
        }
      }
    }
    this.#end = limit;
    this.#offset = limit;
    return results;
  }

  #shownNext(): string {
    const rest = this.text.slice(this.#offset, this.#end);
    const word = /^\S{1,30}/.exec(rest)?.[0];
    return word ? JSON.stringify(word) : 'the end';
  }
}

/** Between entries of all annotations; `stages` splits at commas as well. */
export const ENTRY_END = /[;\n]/;
