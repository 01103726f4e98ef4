import fc from 'fast-check';
import { readFileSync } from 'fs';
import { join } from 'path';
import { parseAllDocuments } from 'yaml';
import { compileAnnotations } from '../compile-annotations';
import { testOptions } from '../__testUtils__/testOptions';
import { ANNOTATION_PREFIX, EntityAnnotation } from './names';
import { annotationParsers } from './parse';

/** Productions of an EBNF block, for tests: terminals in quotes, `? … ?` holds a regular expression. */
function readGrammar(text: string): Map<string, string[]> {
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

type Samples = Readonly<Record<string, fc.Arbitrary<string>>>;

/** Reads the right side of one production by recursive descent. */
class Body {
  #position = 0;

  constructor(
    private readonly grammar: Map<string, string[]>,
    private readonly samples: Samples,
    private readonly tokens: string[],
  ) {}

  alternatives(): fc.Arbitrary<string> {
    return fc.oneof(...this.#separated('|', () => this.#sequence()));
  }

  #sequence(): fc.Arbitrary<string> {
    const terms = this.#separated(',', () => this.#term());
    return fc
      .tuple(...terms)
      .map(parts => parts.filter(part => part !== '').join(' '));
  }

  #separated<T>(separator: string, read: () => T): T[] {
    const found = [read()];
    while (this.tokens[this.#position] === separator) {
      this.#position++;
      found.push(read());
    }
    return found;
  }

  #term(): fc.Arbitrary<string> {
    const token = this.tokens[this.#position++];
    switch (token[0]) {
      case '"':
        return fc.constant(token.slice(1, -1));
      case '?':
        return fc.stringMatching(new RegExp(`^${token.slice(1, -1)}$`));
      case '(':
        return this.#closed();
      case '[':
        return fc.option(this.#closed(), { nil: '' });
      case '{':
        return fc
          .array(this.#closed(), { maxLength: 2 })
          .map(parts => parts.join(' '));
      default:
        return sentences(this.grammar, token, this.samples);
    }
  }

  #closed(): fc.Arbitrary<string> {
    const inner = this.alternatives();
    this.#position++;
    return inner;
  }
}

/** Sentences of one production; samples replace productions whose meaning a regular expression cannot tell. */
function sentences(
  grammar: Map<string, string[]>,
  start: string,
  samples: Samples,
): fc.Arbitrary<string> {
  return (
    samples[start] ??
    new Body(grammar, samples, grammar.get(start) ?? []).alternatives()
  );
}

const page = readFileSync(
  join(__dirname, '../../../../../docs/annotations.md'),
  'utf8',
);
const blocks = (language: string) =>
  [...page.matchAll(/^```(\w+)\n([^]*?)^```/gm)]
    .filter(match => match[1] === language)
    .map(match => match[2]);
const grammar = readGrammar(blocks('ebnf')[0]);

const examples = blocks('yaml').flatMap(block =>
  parseAllDocuments(block).map(
    document => document.toJS() as Record<string, string>,
  ),
);

const samples = {
  duration: fc.constantFrom('2s', '1h30m', '1.5m', '10s'),
  'batch-time': fc.constantFrom('1m', '30m', '1.5h', '168h'),
  range: fc.constantFrom('^1.0.0', '>=1.2 <2', '1.x || 2.x', '~1.4'),
  directory: fc.constantFrom('apps/web/{stage}', '.', 'a b/c', '{stage}'),
  file: fc.constantFrom('values.yaml', 'env/{stage}.yaml', 'a+b@c-d'),
};

describe('docs/annotations.md', () => {
  it('has one production for each annotation that has a grammar, and a section for every annotation', () => {
    for (const key of Object.keys(annotationParsers)) {
      expect([...grammar.keys()]).toContain(
        key.slice(ANNOTATION_PREFIX.length),
      );
    }
    const sections = [...page.matchAll(/^### `(.*)`$/gm)].map(
      match => match[1],
    );
    expect(sections.sort()).toEqual(
      Object.values<string>(EntityAnnotation).sort(),
    );
  });

  it.each(Object.entries(annotationParsers))(
    'parses every sentence of the grammar: %s',
    (key, parse) => {
      const start = key.slice(ANNOTATION_PREFIX.length);
      fc.assert(
        fc.property(sentences(grammar, start, samples), sentence => {
          expect(() => parse(sentence)).not.toThrow();
        }),
        { numRuns: 300 },
      );
    },
  );

  it.each(examples.flatMap(example => Object.entries(example)))(
    'parses its example %s: %s',
    (key, value) => {
      expect(Object.values<string>(EntityAnnotation)).toContain(key);
      annotationParsers[key]?.(value);
    },
  );

  it('begins with five lines that are a whole pipeline', () => {
    const entity = {
      ref: 'component:default/web',
      name: 'web',
      annotations: examples[0],
    };
    expect(Object.keys(examples[0])).toHaveLength(5);
    expect(compileAnnotations(entity, undefined, testOptions).problems).toEqual(
      [],
    );
  });
});
