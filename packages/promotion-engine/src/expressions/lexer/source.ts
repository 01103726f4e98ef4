import { ExpressionError } from '../errors';

/** A cursor over the characters (code points, not UTF-16 units) of an expression. */
export class Source {
  offset = 0;

  constructor(readonly text: string) {}

  get done(): boolean {
    return this.offset >= this.text.length;
  }

  /** The next character, or '' at the end. */
  peek(): string {
    const code = this.text.codePointAt(this.offset);
    return code === undefined ? '' : String.fromCodePoint(code);
  }

  next(): string {
    const character = this.peek();
    this.offset += character.length;
    return character;
  }

  /** Takes the next character if it is one of these. */
  accept(characters: string): boolean {
    const character = this.peek();
    if (character === '' || !characters.includes(character)) {
      return false;
    }
    this.offset += character.length;
    return true;
  }

  takeWhile(matches: (character: string) => boolean): string {
    const start = this.offset;
    while (!this.done && matches(this.peek())) {
      this.next();
    }
    return this.text.slice(start, this.offset);
  }

  fail(reason: string, offset = this.offset): never {
    throw new ExpressionError(reason, { source: this.text, offset });
  }
}
