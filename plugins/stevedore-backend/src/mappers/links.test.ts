import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { createCommitUrl } from '../adapters/createCommitUrl';
import { linksOf } from './links';

const commit = '3f2c1ab0000000000000000000000000000000ff';
const integrations = ScmIntegrations.fromConfig(
  new ConfigReader({
    integrations: {
      gitlab: [
        {
          host: 'git.acme.example',
          token: 't',
          apiBaseUrl: 'https://git.acme.example/api/v4',
        },
      ],
      gitea: [{ host: 'tea.acme.example' }],
    },
  }),
);
const commitUrl = createCommitUrl(integrations);

it.each([
  [
    'https://github.com/acme/deploy.git',
    `https://github.com/acme/deploy/commit/${commit}`,
  ],
  [
    'https://me:secret@gitlab.com/acme/deploy',
    `https://gitlab.com/acme/deploy/-/commit/${commit}`,
  ],
  [
    'https://git.acme.example/a/b/',
    `https://git.acme.example/a/b/-/commit/${commit}`,
  ],
])('links the commit in %s', (repoURL, url) => {
  expect(
    linksOf({ intent: { repoURL }, output: { commit } }, commitUrl),
  ).toEqual([{ title: 'Commit 3f2c1ab', url }]);
});

it.each([
  [{ repoURL: 'https://code.example/acme/deploy' }, { commit }],
  [{ repoURL: 'https://tea.acme.example/acme/deploy' }, { commit }],
  [{ repoURL: 'ssh://git@github.com/acme/deploy' }, { commit }],
  [{ repoURL: 'not a url' }, { commit }],
  [{ repoURL: 'https://github.com/acme/deploy' }, {}],
  [undefined, { commit }],
])('makes up no address for %j and %j', (intent, output) => {
  expect(linksOf({ intent, output }, commitUrl)).toEqual([]);
});

it('links the pull request that a step opened or waited for', () => {
  const url = 'https://github.com/acme/deploy/pull/7';
  expect(
    linksOf({ intent: undefined, output: { pr: { id: 7, url } } }, commitUrl),
  ).toEqual([{ title: 'Pull request 7', url }]);
});

// eslint-disable-next-line no-script-url -- what a step of somebody else's could answer
it.each(['javascript:alert(1)', 7, undefined])(
  'makes no link of the pull request %j',
  url => {
    expect(
      linksOf({ intent: undefined, output: { pr: { id: 7, url } } }, commitUrl),
    ).toEqual([]);
  },
);
