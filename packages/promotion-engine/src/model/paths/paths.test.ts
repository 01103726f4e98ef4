import fc from 'fast-check';
import { compilePathFilter, compilePathPattern } from '.';

describe('compilePathPattern', () => {
  it.each([
    ['apps', 'apps', true],
    ['apps', 'apps/', true],
    ['apps', './apps/x', true],
    ['apps', 'apps2/x', false],
    ['apps', 'apps/x..y', false],
    ['apps/', 'apps/web/a.yaml', true],
    ['apps/../libs', 'libs/x', true],
    ['', 'any/thing', true],
    ['.', '..hidden/x', false],
    ['/apps', 'apps/x', false],
    ['/', '/apps/x', true],
    ['/..', '/apps', true],
    ['..', '..', true],
    ['../..', '../x', false],
    ['README.md', 'README.md', true],
    ['apps*', 'apps2', false],
    ['Regex:x', 'x', false],
    ['glob:apps/*', 'apps/x..y', true],
    ['glob:glob:apps/*', 'apps/x', false],
    ['regex:\\.go$', 'a/b.go', true],
    ['regexp:^a/', 'b/a/', false],
    ['regex:', 'anything', true],
    ['regex: a', 'a', false],
  ])('%s against %s: %s', (pattern, path, expected) => {
    expect(compilePathPattern(pattern)(path)).toBe(expected);
  });

  it('finds every plain path below its own directories', () => {
    const segment = fc.stringMatching(/^[a-z]{1,4}$/);
    fc.assert(
      fc.property(
        fc.array(segment, { minLength: 1 }),
        fc.nat(),
        (segments, cut) => {
          const base = segments.slice(0, 1 + (cut % segments.length));
          const fits = compilePathPattern(base.join('/'));
          expect(fits(segments.join('/'))).toBe(true);
          expect(fits(`x${segments.join('/')}`)).toBe(false);
        },
      ),
    );
  });
});

describe('compilePathFilter', () => {
  it.each([
    [{}, ['a'], true],
    [{}, [], false],
    [{ includePaths: ['apps'] }, ['docs/a.md', 'apps/x'], true],
    [{ includePaths: ['apps'], excludePaths: ['apps/x'] }, ['apps/x'], false],
    [
      { includePaths: ['apps'], excludePaths: ['docs'] },
      ['docs/a', 'apps/x'],
      true,
    ],
    [{ excludePaths: ['glob:**/*.md'] }, ['docs/a.md', 'README.md'], false],
  ])('%j with %j: %s', (config, changed, expected) => {
    expect(compilePathFilter(config)(changed)).toBe(expected);
  });

  it('refuses a pattern that cannot be read before any path is seen', () => {
    expect(() => compilePathFilter({ excludePaths: ['glob:{a'] })).toThrow(
      'The glob "{a" cannot be read: a "{" is never closed.',
    );
  });
});
