import fc from 'fast-check';
import { createValueMasker } from './valueMasker';

const secret = fc.string({ minLength: 4, maxLength: 40, unit: 'grapheme' });

/** What a secret looks like where it turns up. */
const FORMS: [string, (value: string) => string][] = [
  ['as it is', value => value],
  ['in base64', value => Buffer.from(value).toString('base64')],
  [
    'in base64 without padding',
    value => Buffer.from(value).toString('base64').replace(/=+$/, ''),
  ],
  ['in base64 for URLs', value => Buffer.from(value).toString('base64url')],
  ['in a URL', value => encodeURIComponent(value)],
  ['in a form', value => new URLSearchParams({ a: value }).toString().slice(2)],
  ['in JSON', value => JSON.stringify(value).slice(1, -1)],
  [
    'in a path',
    value => new URL(`http://x/${value}`).href.slice('http://x/'.length),
  ],
];

describe('createValueMasker', () => {
  it.each(FORMS)('hides a secret %s', (_, form) => {
    fc.assert(
      fc.property(secret, fc.string(), fc.string(), (value, before, after) => {
        const masker = createValueMasker();
        masker.add(value);
        const shown = masker.mask(`${before}|${form(value)}|${after}`);
        // whatever stands around it may hold it too
        expect(shown).toContain('******');
        if (form(value).length > 7) expect(shown).not.toContain(form(value));
      }),
    );
  });

  it('hides every one of many, the longer ones first', () => {
    const masker = createValueMasker();
    for (const value of ['abcd', 'abcdefgh', 'efgh1234']) masker.add(value);
    expect(masker.mask('x abcdefgh y abcd z efgh1234')).toBe(
      'x ****** y ****** z ******',
    );
  });

  it('leaves everything else as it is, also what is too short to be a secret', () => {
    const masker = createValueMasker();
    for (const value of ['', 'a', 'abc']) masker.add(value);
    expect(masker.mask('abc a text')).toBe('abc a text');
  });

  it('hides the lines of a key wherever they are indented, and leaves its frame', () => {
    const masker = createValueMasker();
    const key = 'MIIEvQIBADANBgkqhkiG9w0B\nAQEFAASCBKcwggSjAgEAAoIB';
    masker.add(`-----BEGIN KEY-----\n${key}\n-----END KEY-----\n`);
    const yaml = `key: |\n  -----BEGIN KEY-----\n  ${key.replace(
      '\n',
      '\n  ',
    )}\n`;
    expect(masker.mask(yaml)).toBe(
      'key: |\n  -----BEGIN KEY-----\n  ******\n  ******\n',
    );
  });
});
