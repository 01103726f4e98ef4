import { Artifacts, Image } from '../../model/artifacts';
import { sourceRanges } from './sourceRanges';

const [OLD, NEW] = ['a', 'b'].map(digit => digit.repeat(40));
const repoURL = 'https://git.acme.example/shop';

const freight = (parts: Partial<Artifacts>): Artifacts => ({
  commits: [],
  images: [],
  charts: [],
  artifacts: [],
  ...parts,
});
const image = (revision?: string, more: Partial<Image> = {}): Image => ({
  repoURL: 'ghcr.io/acme/web',
  tag: '1.0.0',
  digest: `sha256:${revision}`,
  annotations: revision
    ? {
        'org.opencontainers.image.source': repoURL,
        'org.opencontainers.image.revision': revision,
      }
    : {},
  ...more,
});
const images = (...all: Image[]) => freight({ images: all });

it('lies between what two images say, or is the newer alone', () => {
  const both = sourceRanges(images(image(NEW)), images(image(OLD)));
  expect(both).toEqual([
    { repoURL, newer: NEW, older: OLD, includePaths: undefined },
  ]);
  expect(sourceRanges(images(image(NEW)))).toEqual([
    { repoURL, newer: NEW, older: undefined },
  ]);
});

it('is nothing for what is the same, or was only built again', () => {
  expect(sourceRanges(images(image()), images(image()))).toEqual([]);
  const again = image(OLD, { digest: 'sha256:again' });
  expect(sourceRanges(images(again), images(image(OLD)))).toEqual([]);
});

it('knows which paths of its source an image is made of', () => {
  const { annotations } = image(NEW);
  const paths = { 'stevedore.dev/source-paths': 'apps/web, libs/ui' };
  const narrow = image(NEW, { annotations: { ...annotations, ...paths } });
  expect(sourceRanges(images(narrow))).toMatchObject([
    { includePaths: ['apps/web', 'libs/ui'] },
  ]);
});

it('does not guess where the older one names no commit: its authors would be forgotten', () => {
  expect(sourceRanges(images(image(NEW)), images(image('v1.0.0')))).toEqual([
    { why: expect.stringContaining('made from "v1.0.0"') },
  ]);
});

it('compares with nothing of another repository', () => {
  const annotations = {
    ...image(OLD).annotations,
    'org.opencontainers.image.source': 'https://git.acme.example/other',
  };
  const other = image(OLD, { annotations });
  expect(sourceRanges(images(image(NEW)), images(other))).toMatchObject([
    { newer: NEW, older: undefined },
  ]);
});

it('takes commits as they are', () => {
  const at = (id: string) =>
    freight({ commits: [{ repoURL, id, subscriptionName: 'main' }] });
  expect(sourceRanges(at(NEW), at(OLD))).toEqual([
    {
      ...{ repoURL, newer: NEW, older: OLD },
      subscription: { name: 'main' },
    },
  ]);
  expect(sourceRanges(at(NEW), at(NEW))).toEqual([]);
});

it.each([
  [images(image()), 'the image ghcr.io/acme/web:1.0.0 has no annotations'],
  [images(image('v1.0.0')), 'made from "v1.0.0", which is no commit id'],
  [
    freight({
      charts: [{ repoURL: 'https://charts', name: 'web', version: '1.0.0' }],
    }),
    'the chart https://charts web 1.0.0 names no commits',
  ],
])('says why no commits are known: %#', (artifacts, why) => {
  expect(sourceRanges(artifacts)).toEqual([
    { why: expect.stringContaining(why) },
  ]);
});
