import { parseRemoteUrl } from './remoteUrl';

const keyOf = (url: string) => parseRemoteUrl(url, false).key;

describe('parseRemoteUrl', () => {
  it.each([
    'https://git.example/acme/deploy.git',
    'https://git.example/acme/deploy/',
    'https://git.example/acme/deploy.git/',
    'https://ada:secret@git.example/acme/deploy',
    'https://GIT.example/acme/deploy?x#y',
  ])('gives %s the mirror of the plain address', url => {
    expect(keyOf(url)).toBe(keyOf('https://git.example/acme/deploy'));
  });

  it.each([
    'https://git.example/acme/Deploy',
    'https://git.example/acme/deploygit',
    'https://git.example:8443/acme/deploy',
    'http://git.example/acme/deploy',
    'https://git.example/acme/deploy.git/sub',
  ])('gives %s one of its own', url => {
    expect(keyOf(url)).not.toBe(keyOf('https://git.example/acme/deploy'));
  });

  it('keeps the address as it was written, without what is secret', () => {
    expect(
      parseRemoteUrl('https://ada:s%2Fcret@git.example/x.git', false),
    ).toMatchObject({
      url: 'https://git.example/x.git',
      embedded: { username: 'ada', password: 's/cret' },
    });
  });

  it.each([
    'git@host:acme/x',
    'ssh://git@host/x',
    'file:///x',
    'ext::sh -c id',
  ])('refuses %s with what to write', url => {
    expect(() => parseRemoteUrl(url, false)).toThrow(
      /cannot be used here: write it as https:\/\/host\/path/,
    );
  });
});
