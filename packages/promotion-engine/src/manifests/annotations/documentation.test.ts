import fc from 'fast-check';
import { readFileSync } from 'fs';
import { join } from 'path';
import { parseAllDocuments } from 'yaml';
import { compileAnnotations } from '../compile-annotations';
import { testOptions } from '../test-options';
import { ANNOTATION_PREFIX, EntityAnnotation } from './names';
import { annotationParsers } from './parse';
import { readGrammar, sentences } from './testing/ebnf';

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
