import { commitAddress } from './commitAddress';

describe('commitAddress', () => {
  it.each([
    [
      'https://github.com/acme/deploy.git',
      undefined,
      'https://github.com/acme/deploy/commit/abc',
    ],
    [
      'https://ada:secret@gitlab.acme.example/a/b.git',
      undefined,
      'https://gitlab.acme.example/a/b/-/commit/abc',
    ],
    [
      'https://bitbucket.org/acme/deploy',
      undefined,
      'https://bitbucket.org/acme/deploy/commits/abc',
    ],
    [
      'https://dev.azure.com/acme/_git/deploy',
      undefined,
      'https://dev.azure.com/acme/_git/deploy/commit/abc',
    ],
    [
      'https://git.acme.example/a/b.git/',
      'gitea' as const,
      'https://git.acme.example/a/b/commit/abc',
    ],
    ['https://git.acme.example/a/b.git', undefined, undefined],
    ['file:///srv/github.git', undefined, undefined],
    ['git@github.com:acme/deploy.git', undefined, undefined],
  ])('%s of %s: %s', (repoURL, provider, address) => {
    expect(commitAddress(repoURL, 'abc', provider)).toBe(address);
  });
});
