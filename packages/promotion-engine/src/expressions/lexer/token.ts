export interface Token {
  readonly kind:
    | 'number'
    | 'string'
    | 'bytes'
    | 'identifier'
    | 'operator'
    | 'bracket'
    | 'end';
  /** The text of the source; of a string its value. */
  readonly text: string;
  readonly bytes?: Uint8Array;
  readonly at: number;
}

/** How messages name a token. */
export function describeToken(token: Token): string {
  return token.kind === 'end'
    ? 'end of expression'
    : `${token.kind} ${JSON.stringify(token.text)}`;
}
