import type { Node } from '../ast';
import { ExpressionError } from '../errors';
import { describeToken, Token } from '../lexer/token';
import { tokenize } from '../lexer/tokenize';
import { MAX_DEPTH, MAX_NODES } from '../limits';

/** The rules that refer to each other: everything may contain an expression. */
export interface Grammar {
  expression(cursor: Cursor, precedence: number): Node;
  sequence(cursor: Cursor): Node;
}

/** Where the parser is, and what it has used up. */
export class Cursor {
  /** How many predicates enclose this place: only there `#` has a meaning. */
  predicates = 0;
  private readonly tokens: readonly Token[];
  private index = 0;
  private depth = 0;
  private nodes = 0;

  constructor(readonly source: string, private readonly grammar: Grammar) {
    this.tokens = tokenize(source);
  }

  get current(): Token {
    return this.tokens[this.index];
  }

  /** The token after the current one. */
  get following(): Token {
    return this.tokens[Math.min(this.index + 1, this.tokens.length - 1)];
  }

  /** Whether the current token is that operator or bracket. */
  is(text: string): boolean {
    const { kind } = this.current;
    return (
      (kind === 'operator' || kind === 'bracket') && this.current.text === text
    );
  }

  take(): Token {
    const token = this.current;
    if (this.index < this.tokens.length - 1) {
      this.index += 1;
    }
    return token;
  }

  /** Takes the operator or bracket if it is the current token. */
  accept(text: string): boolean {
    const found = this.is(text);
    if (found) {
      this.take();
    }
    return found;
  }

  expect(text: string): Token {
    return this.is(text) ? this.take() : this.unexpected();
  }

  expectName(): Token {
    return this.current.kind === 'identifier' ? this.take() : this.unexpected();
  }

  unexpected(token = this.current): never {
    return this.fail(`unexpected ${describeToken(token)}`, token.at);
  }

  fail(reason: string, at = this.current.at): never {
    throw new ExpressionError(reason, { source: this.source, offset: at });
  }

  expression(precedence = 0): Node {
    return this.nested(() => this.grammar.expression(this, precedence));
  }

  sequence(): Node {
    return this.grammar.sequence(this);
  }

  /** Parses something inside something else, so that deep nesting ends in an error and not in a full stack. */
  nested<T>(parse: () => T): T {
    this.depth += 1;
    if (this.depth > MAX_DEPTH) {
      this.fail('expression is nested too deeply');
    }
    const result = parse();
    this.depth -= 1;
    return result;
  }

  /** Counts a node that was made. */
  count<T>(node: T): T {
    this.nodes += 1;
    if (this.nodes > MAX_NODES) {
      this.fail(`expression has more than ${MAX_NODES} nodes`);
    }
    return node;
  }
}
