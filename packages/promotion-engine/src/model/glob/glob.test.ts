import fc from 'fast-check';
import { compileGlob } from '.';

describe('compileGlob', () => {
  it.each([
    ['apps/*/values.yaml', 'apps/web/values.yaml', true],
    ['apps/*/values.yaml', 'apps/a/b/values.yaml', false],
    ['apps/**', 'apps', true],
    ['apps/**', 'apps/', true],
    ['apps/**', 'apps/a/b', true],
    ['apps/**/', 'apps', true],
    ['apps/**/x', 'apps/x', true],
    ['apps/**/*', 'apps', false],
    ['apps/**/*', 'apps/', false],
    ['apps/***', 'apps/a/b', false],
    ['**/x', 'a/b/x', true],
    ['**/a/**/b', 'x/a/y/a/z/b', true],
    ['**/*a/b*', 'xa/c/ya/bz', true],
    ['**.go', 'a/b.go', false],
    ['a**c', 'abbc', true],
    ['a/**c', 'a/b/c', false],
    ['{eu,us}-prod', 'us-prod', true],
    ['{a,b{c,d}}e', 'bde', true],
    ['{a/**,b}/c', 'a/c', true],
    ['{a/**,b}/c', 'a/x/y/c', true],
    ['a{,b}', 'a', true],
    ['a{}b', 'ab', true],
    ['a,b', 'a,b', true],
    ['[!a-c]*', 'dev', true],
    ['[a-c]*', 'dev', false],
    ['[a-]x', '-x', true],
    ['[\\]]', ']', true],
    ['[a\\-z]', 'm', false],
    ['a[^x]c', 'a/c', true],
    ['a?c', 'a/c', false],
    ['a?c', 'aüc', true],
    ['\\*', '*', true],
    ['\\*', 'x', false],
    ['!a', 'b', false],
    ['!a', '!a', true],
    ['', '', true],
    ['', 'a', false],
    ['a.b', 'axb', false],
    [']', ']', true],
  ])('%s against %s: %s', (glob, text, expected) => {
    expect(compileGlob(glob)(text)).toBe(expected);
  });

  it.each([
    ['[', 'a "[" is never closed'],
    ['[]a]', 'a "[]" is empty'],
    ['[!]', 'a "[]" is empty'],
    ['[a\\', 'a "[" is never closed'],
    ['{a', 'a "{" is never closed'],
    ['a}', 'a "}" has no "{"'],
    ['\\', 'a "\\" ends it'],
    ['{a,b}'.repeat(11), 'it stands for more than 1000 patterns'],
  ])('refuses %s', (glob, reason) => {
    expect(() => compileGlob(glob)).toThrow(
      `The glob "${glob}" cannot be read: ${reason}`,
    );
  });

  it('fits every text that is escaped into it', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        const escaped = text.replace(/[\\*?[\]{}]/g, '\\$&');
        expect(compileGlob(escaped)(text)).toBe(true);
        expect(compileGlob(escaped)(`${text}x`)).toBe(false);
      }),
    );
  });

  it('comes to an end with a hostile glob', () => {
    const fits = compileGlob(`**/${'*a'.repeat(50)}/**/${'*b'.repeat(50)}c`);
    // a matcher that tries every way would not end
    expect(fits(`${'a'.repeat(200)}/${'b'.repeat(2000)}`)).toBe(false);
  });
});
