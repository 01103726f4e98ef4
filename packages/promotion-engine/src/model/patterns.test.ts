import { compileNamePattern, compileRegex } from './patterns';

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

  it('knows globs and regular expressions by their prefix', () => {
    expect(compileNamePattern('glob:prod-*')('prod-eu')).toBe(true);
    expect(compileNamePattern('regex:eu$')('prod-eu')).toBe(true);
  });
});
