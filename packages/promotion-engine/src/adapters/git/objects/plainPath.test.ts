import { isDoubtfulPath, isPlainPath } from './plainPath';

describe('names of paths', () => {
  it.each([
    ['apps/web/values.yaml', true, false],
    ['.github/workflows/a b (1).yml', false, false],
    ['a/.gitignore', true, false],
    ['a/.gitattributes', false, false],
    ['größe', false, false],
    ['.gitmodules', false, true],
    ['a/.git/config', false, true],
    ['a/.GIT ', false, true],
    ['GIT~1/x', false, true],
    ['.g\u200cit/x', false, true],
    ['a\\.git\\x', false, true],
    ['a/../b', false, true],
    ['a//b', false, true],
    ['.', false, true],
    ['..a/...', false, false],
  ])('%j: plain %s, doubtful %s', (path, plain, doubtful) => {
    expect(isPlainPath(path)).toBe(plain);
    expect(isDoubtfulPath(path)).toBe(doubtful);
  });
});
