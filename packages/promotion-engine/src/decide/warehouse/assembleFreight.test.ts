import fc from 'fast-check';
import { Artifacts } from '../../model/artifacts';
import { Subscription } from '../../model/definition';
import { freightId } from '../freightId';
import { assembleFreight, Assembly } from './assembleFreight';

const rules = {
  strictSemvers: true,
  allowTagsRegexes: [],
  ignoreTagsRegexes: [],
  discoveryLimit: 20,
  insecureSkipTLSVerify: false,
};
const subscriptions: Subscription[] = [
  {
    name: 'web',
    image: {
      ...rules,
      repoURL: 'ghcr.io/acme/web',
      imageSelectionStrategy: 'SemVer',
    },
  },
  {
    git: {
      ...rules,
      repoURL: 'https://github.com/acme/Deploy.git',
      commitSelectionStrategy: 'NewestFromBranch',
      branch: 'main',
      includePaths: [],
      excludePaths: [],
    },
  },
  {
    chart: {
      repoURL: 'https://charts.acme.dev',
      name: 'web',
      discoveryLimit: 20,
      insecureSkipTLSVerify: false,
    },
  },
];
const warehouse = { name: 'shop', subscriptions };
const id = 'a'.repeat(40);
const image = { repoURL: 'ghcr.io/acme/web', tag: '1.0.0', digest: 'sha256:1' };
const commit = { repoURL: 'https://github.com/acme/deploy', id };
const chart = {
  repoURL: 'https://charts.acme.dev',
  name: 'web',
  version: '2.0.0',
};
const all = { images: [image], commits: [commit], charts: [chart] };

const problem = (assembly: Assembly) =>
  'problem' in assembly ? assembly.problem : undefined;
const assemble = (chosen: Partial<Artifacts>) =>
  assembleFreight(warehouse, { chosen });

it('takes one artifact for each subscription, and names it as the subscription does', () => {
  expect(assemble(all)).toEqual({
    artifacts: {
      images: [{ ...image, subscriptionName: 'web' }],
      commits: [{ ...commit, branch: 'main' }],
      charts: [chart],
      artifacts: [],
    },
  });
});

it.each<[string, Partial<Artifacts>, RegExp]>([
  [
    'nothing of one',
    { ...all, charts: [] },
    /nothing is chosen of https:\/\/charts.acme.dev web/,
  ],
  ['nothing at all', {}, /nothing is chosen/],
  [
    'one twice',
    { ...all, images: [image, { ...image, tag: '2' }] },
    /chosen 2 times/,
  ],
  [
    'one too many',
    { ...all, images: [image, { ...image, repoURL: 'ghcr.io/acme/api' }] },
    /does not subscribe to ghcr.io\/acme\/api/,
  ],
  [
    'an image spelled otherwise',
    { ...all, images: [{ ...image, repoURL: 'GHCR.io/acme/web' }] },
    /nothing is chosen of ghcr.io/,
  ],
  [
    'another chart',
    { ...all, charts: [{ ...chart, name: 'api' }] },
    /nothing is chosen/,
  ],
  [
    'no digest',
    { ...all, images: [{ ...image, digest: '' }] },
    /digest of ghcr.io\/acme\/web:1.0.0 is missing/,
  ],
  [
    'half an id',
    { ...all, commits: [{ ...commit, id: 'abc' }] },
    /"abc" is no full commit id/,
  ],
  [
    'no version',
    { ...all, charts: [{ ...chart, version: '' }] },
    /version .* is missing/,
  ],
  [
    'a wrong name',
    { ...all, images: [{ ...image, subscriptionName: 'api' }] },
    /is named web, not api/,
  ],
])('refuses %s', (_, chosen, says) => {
  expect(problem(assemble(chosen))).toMatch(says);
});

it('completes what discovery knows', () => {
  const discovered = {
    images: [
      {
        repoURL: image.repoURL,
        references: [
          { tag: '1.0.0', digest: 'sha256:9', annotations: { a: 'b' } },
        ],
      },
    ],
    git: [
      {
        repoURL: 'https://github.com/acme/Deploy.git',
        commits: [
          {
            id,
            subject: 'fix',
            author: 'Ann',
            committer: 'Bob',
            creatorDate: '',
          },
        ],
      },
    ],
  };
  const chosen = { ...all, images: [{ ...image, digest: '' }] };
  const assembly = assembleFreight(warehouse, { chosen, discovered });
  expect(assembly).toMatchObject({
    artifacts: {
      images: [{ digest: 'sha256:9', annotations: { a: 'b' } }],
      commits: [{ message: 'fix', author: 'Ann', committer: 'Bob' }],
    },
  });
});

it('takes from other freight what is not chosen', () => {
  const base: Artifacts = {
    ...all,
    images: [{ ...image, tag: '0.9.0', subscriptionName: 'web' }],
    artifacts: [],
  };
  const chosen = { charts: [{ ...chart, version: '3.0.0' }] };
  expect(assembleFreight(warehouse, { chosen, base })).toMatchObject({
    artifacts: {
      images: [{ tag: '0.9.0' }],
      commits: [{ id }],
      charts: [{ version: '3.0.0' }],
    },
  });
});

it('gives the same artifacts the same identity, in whatever order they are chosen', () => {
  const origin = { kind: 'Warehouse' as const, name: 'shop' };
  fc.assert(
    fc.property(
      fc.shuffledSubarray(subscriptions, { minLength: 3 }),
      fc.boolean(),
      (shuffled, named) => {
        const chosen = {
          ...all,
          images: [named ? { ...image, subscriptionName: 'web' } : image],
        };
        const assembly = assembleFreight(
          { name: 'shop', subscriptions: shuffled },
          { chosen },
        );
        const artifacts = (assembly as { artifacts: Artifacts }).artifacts;
        const first = assemble(all) as { artifacts: Artifacts };
        expect(freightId(origin, artifacts)).toBe(
          freightId(origin, first.artifacts),
        );
      },
    ),
  );
});
