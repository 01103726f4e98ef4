import fc from 'fast-check';
import { normalizeChart, normalizeGit, normalizeImage } from './urls';

describe('normalizeGit', () => {
  it.each([
    [
      'drops user, slash and suffix',
      'https://bot:pw@Git.Example.org/Team/Repo.git/',
      'https://git.example.org/team/repo',
    ],
    [
      'keeps the port',
      'http://git.example.org:8080/repo',
      'http://git.example.org:8080/repo',
    ],
    [
      'reads scp syntax',
      'git@git.example.org:team/repo.git',
      'ssh://git@git.example.org/team/repo',
    ],
    [
      'keeps the user of ssh',
      'ssh://git@git.example.org:22/repo.git',
      'ssh://git@git.example.org:22/repo',
    ],
    [
      'leaves a query alone',
      'https://git.example.org/Repo?ref=1',
      'https://git.example.org/Repo?ref=1',
    ],
    [
      'escapes blanks',
      'https://git.example.org/a b',
      'https://git.example.org/a%20b',
    ],
    ['returns what it cannot read', 'not a repository', 'not a repository'],
  ])('%s', (_, url, expected) => {
    expect(normalizeGit(url)).toBe(expected);
  });

  it('changes nothing a second time', () => {
    const path = fc.array(fc.stringMatching(/^[a-z0-9]{1,8}$/), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(
        path,
        fc.constantFrom('', '.git', '/', '.git/'),
        (parts, suffix) => {
          const once = normalizeGit(
            `https://git.example.org/${parts.join('/')}${suffix}`,
          );
          expect(normalizeGit(once)).toBe(once);
          expect(once).toBe(`https://git.example.org/${parts.join('/')}`);
        },
      ),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        for (const normalize of [
          normalizeGit,
          normalizeImage,
          normalizeChart,
        ]) {
          expect(typeof normalize(text)).toBe('string');
        }
      }),
    );
  });
});

describe('normalizeImage', () => {
  it.each([
    ['Docker Hub by any name', 'index.docker.io/library/redis', 'redis'],
    [
      'an organisation on Docker Hub',
      'docker.io/grafana/loki:3.0',
      'grafana/loki',
    ],
    ['another registry', 'Quay.io/Team/App', 'quay.io/team/app'],
    [
      'a digest',
      `quay.io/team/app@sha256:${'0'.repeat(64)}`,
      'quay.io/team/app',
    ],
    ['a loopback registry', 'localhost:5000/app', 'localhost:5000/app'],
    ['something else', 'two words', 'two words'],
  ])('%s', (_, url, expected) => {
    expect(normalizeImage(url)).toBe(expected);
  });
});

describe('normalizeChart', () => {
  it.each([
    [
      'oci://Registry.example.org/charts/web',
      'registry.example.org/charts/web',
    ],
    ['https://charts.example.org/stable', 'https://charts.example.org/stable'],
  ])('%s', (url, expected) => {
    expect(normalizeChart(url)).toBe(expected);
  });
});
