import { freightVersion, personName, shortWatch, versionLabel } from './names';

it.each([
  ['user:default/ada', 'ada'],
  ['group:ops/release-managers', 'release-managers'],
  ['component:auto-promotion', 'auto-promotion (component)'],
  ['somebody', 'somebody'],
])('calls %s %s', (ref, name) => {
  expect(personName(ref)).toBe(name);
});

it.each([
  ['ghcr.io/acme/web ^1.0.0', 'web ^1.0.0'],
  ['https://github.com/acme/web.git', 'web'],
])('says %s shortly as %s', (watched, short) => {
  expect(shortWatch(watched)).toBe(short);
});

it('shortens commits and keeps versions', () => {
  const commit = {
    kind: 'commit' as const,
    source: 'https://github.com/acme/web.git',
    version: 'a'.repeat(40),
  };
  expect(versionLabel(commit)).toBe('web aaaaaaa');
  expect(freightVersion({ name: 'b'.repeat(40), versions: [] })).toBe(
    'bbbbbbb',
  );
});
