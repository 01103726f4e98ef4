import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { Artifacts } from '@stevedore/promotion-engine';
import { createCommitUrl, createCompareUrl } from '../adapters/createCommitUrl';
import { sourceRanges } from './sourceRanges';

const integrations = ScmIntegrations.fromConfig(new ConfigReader({}));
const urls = {
  commitUrl: createCommitUrl(integrations),
  compareUrl: createCompareUrl(integrations),
};
const [OLD, NEW] = ['a1', 'b2'].map(start => start.padEnd(40, '0'));

const freight = (parts: Partial<Artifacts>): Artifacts => ({
  commits: [],
  images: [],
  charts: [],
  artifacts: [],
  ...parts,
});
const image = (source?: string, revision?: string) =>
  freight({
    images: [
      {
        repoURL: 'ghcr.io/acme/web',
        tag: '1.0.0',
        digest: `sha256:${revision}`,
        annotations: {
          ...(source && { 'org.opencontainers.image.source': source }),
          ...(revision && { 'org.opencontainers.image.revision': revision }),
        },
      },
    ],
  });
const commit = (id: string, repoURL = 'https://gitlab.com/acme/web.git') =>
  freight({ commits: [{ repoURL, id }] });

it('compares what two images say they were made from', () => {
  const repoURL = 'https://github.com/acme/web';
  expect(
    sourceRanges(
      { newer: image(repoURL, NEW), older: image(repoURL, OLD) },
      urls,
    ),
  ).toEqual([
    {
      repoURL,
      newer: NEW,
      older: OLD,
      url: `https://github.com/acme/web/compare/${OLD}...${NEW}`,
    },
  ]);
});

it('compares commits that are in the freight', () => {
  expect(
    sourceRanges({ newer: commit(NEW), older: commit(OLD) }, urls),
  ).toMatchObject([
    { url: `https://gitlab.com/acme/web/-/compare/${OLD}...${NEW}` },
  ]);
});

it('shows the one commit where there is nothing to compare with', () => {
  const repoURL = 'https://github.com/acme/web';
  expect(sourceRanges({ newer: image(repoURL, NEW) }, urls)).toMatchObject([
    { older: undefined, url: `https://github.com/acme/web/commit/${NEW}` },
  ]);
  const moved = image('https://github.com/other/web', OLD);
  expect(
    sourceRanges({ newer: image(repoURL, NEW), older: moved }, urls),
  ).toMatchObject([{ older: undefined }]);
});

it('says nothing of the same commit, nor where an image says nothing', () => {
  expect(
    sourceRanges({ newer: commit(NEW), older: commit(NEW) }, urls),
  ).toEqual([]);
  expect(sourceRanges({ newer: image() }, urls)).toEqual([]);
  expect(
    sourceRanges({ newer: image('https://github.com/a/b', 'v1.0') }, urls),
  ).toEqual([]);
});

it.each([
  // eslint-disable-next-line no-script-url -- what is refused here
  'javascript:alert(1)',
  'https://evil.example/acme/web',
  'ssh://x/y',
])('makes up no address for %s, and shows no password', source => {
  const [range] = sourceRanges({ newer: image(source, NEW) }, urls);
  expect(range.url).toBeUndefined();
});

it('shows no password of an address', () => {
  const source = 'https://me:hunter2@github.com/acme/web';
  const [range] = sourceRanges({ newer: image(source, NEW) }, urls);
  expect(JSON.stringify(range)).not.toContain('hunter2');
});
