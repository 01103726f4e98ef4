import { FoundVersions } from '@stevedore/plugin-stevedore-common';
import { assembleAsk, foundKey, foundLabel, versionChoice } from './assemble';

const COMMIT = '3f2c1ab'.padEnd(40, '0');
const image: FoundVersions = {
  kind: 'image',
  repoURL: 'ghcr.io/acme/web',
  versions: [
    { version: '1.4.3', digest: 'sha256:3' },
    { version: '1.4.2', digest: 'sha256:2' },
  ],
};
const commits: FoundVersions = {
  kind: 'commit',
  repoURL: 'https://github.com/acme/web.git',
  versions: [
    { version: COMMIT, digest: COMMIT, message: 'Mend the login\n\nFor OPS-1' },
    { version: 'v1.0', digest: COMMIT },
  ],
};
const chart: FoundVersions = {
  kind: 'chart',
  repoURL: 'https://charts.acme.example/stable',
  name: 'web',
  versions: [{ version: '0.3.0' }],
};

it('asks for the best of each, where nothing else was chosen', () => {
  expect(
    assembleAsk('web', [image, commits, chart], { chosen: {}, alias: 'otter' }),
  ).toEqual({
    warehouse: 'web',
    alias: 'otter',
    images: [{ repoURL: 'ghcr.io/acme/web', tag: '1.4.3', digest: 'sha256:3' }],
    commits: [{ repoURL: 'https://github.com/acme/web.git', id: COMMIT }],
    charts: [
      {
        repoURL: 'https://charts.acme.example/stable',
        name: 'web',
        version: '0.3.0',
      },
    ],
  });
});

it('asks for what was chosen, a tag with its commit', () => {
  const chosen = { [foundKey(image)]: 1, [foundKey(commits)]: 1 };
  const ask = assembleAsk('web', [image, commits], { chosen });
  expect(ask.images).toMatchObject([{ tag: '1.4.2' }]);
  expect(ask.commits).toMatchObject([{ id: COMMIT, tag: 'v1.0' }]);
});

it('leaves out what found nothing: the backend says what is missing', () => {
  const ask = assembleAsk('web', [{ ...image, versions: [] }], { chosen: {} });
  expect(ask.images).toEqual([]);
});

it('says what is chosen in a few words', () => {
  expect([image, commits, chart].map(foundLabel)).toEqual([
    'image web',
    'commit web',
    'chart stable/web',
  ]);
  expect(commits.versions.map(versionChoice)).toEqual([
    '3f2c1ab Mend the login',
    'v1.0',
  ]);
});
