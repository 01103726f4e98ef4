import { compileGlob, compileNamePattern, compileRegex } from './patterns';

describe('compileGlob', () => {
  it.each([
    ['apps/*/values.yaml', 'apps/web/values.yaml', true],
    ['apps/*/values.yaml', 'apps/a/b/values.yaml', false],
    ['apps/**', 'apps', true],
    ['apps/**/x', 'apps/x', true],
    ['**/x', 'a/b/x', true],
    ['{eu,us}-prod', 'us-prod', true],
    ['[!a-c]*', 'dev', true],
    ['[a-c]*', 'dev', false],
    ['a?c', 'a/c', false],
    ['\\*', '*', true],
    ['\\*', 'x', false],
    ['a.b', 'axb', false],
  ])('%s against %s: %s', (glob, text, expected) => {
    expect(compileGlob(glob)(text)).toBe(expected);
  });

  it.each(['[', '{a', 'a}', '\\'])('refuses %s', glob => {
    expect(() => compileGlob(glob)).toThrow(
      `The glob "${glob}" cannot be read`,
    );
  });
});

describe('compileRegex', () => {
  it('is not anchored', () => {
    expect(compileRegex('prod')('my-prod-1')).toBe(true);
  });

  it('refuses what RE2 refuses', () => {
    expect(() => compileRegex('(?=x)')).toThrow(
      'The regular expression "(?=x)" cannot be read',
    );
  });

  it('answers a hostile expression at once', () => {
    expect(compileRegex('^(a+)+$')(`${'a'.repeat(5000)}!`)).toBe(false);
  });
});

describe('compileNamePattern', () => {
  it('takes anything without a prefix exactly', () => {
    expect(compileNamePattern('prod*')('prod-eu')).toBe(false);
    expect(compileNamePattern('prod*')('prod*')).toBe(true);
  });
});
