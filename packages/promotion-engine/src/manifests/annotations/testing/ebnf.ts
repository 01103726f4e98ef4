import fc from 'fast-check';

/** Productions of an EBNF block, for tests: terminals in quotes, `? … ?` holds a regular expression. */
export function readGrammar(text: string): Map<string, string[]> {
  const productions = new Map<string, string[]>();
  for (const line of text.split('\n').filter(found => found.trim() !== '')) {
    const [, name, body] = /^([\w-]+)\s*= (.*) ;$/.exec(line) ?? [];
    productions.set(
      name,
      body.startsWith('?')
        ? [body]
        : body.match(/"[^"]*"|\?[^?]*\?|[\w-]+|[[\]{}()|,]/g) ?? [],
    );
  }
  return productions;
}

export type Samples = Readonly<Record<string, fc.Arbitrary<string>>>;

/** Sentences of one production; samples replace productions whose meaning a regular expression cannot tell. */
export function sentences(
  grammar: Map<string, string[]>,
  start: string,
  samples: Samples,
): fc.Arbitrary<string> {
  const tokens = grammar.get(start);
  if (samples[start]) {
    return samples[start];
  }
  if (!tokens) {
    throw new Error(`No production ${start}`);
  }
  let position = 0;
  const alternatives = (): fc.Arbitrary<string> => {
    const found = [sequence()];
    while (tokens[position] === '|') {
      position++;
      found.push(sequence());
    }
    return fc.oneof(...found);
  };
  const sequence = (): fc.Arbitrary<string> => {
    const found = [term()];
    while (tokens[position] === ',') {
      position++;
      found.push(term());
    }
    return fc
      .tuple(...found)
      .map(parts => parts.filter(part => part !== '').join(' '));
  };
  const closed = () => {
    const inner = alternatives();
    position++;
    return inner;
  };
  const term = (): fc.Arbitrary<string> => {
    const token = tokens[position++];
    switch (token[0]) {
      case '"':
        return fc.constant(token.slice(1, -1));
      case '?':
        return fc.stringMatching(new RegExp(`^${token.slice(1, -1)}$`));
      case '(':
        return closed();
      case '[':
        return fc.option(closed(), { nil: '' });
      case '{':
        return fc
          .array(closed(), { maxLength: 2 })
          .map(parts => parts.join(' '));
      default:
        return sentences(grammar, token, samples);
    }
  };
  return alternatives();
}
