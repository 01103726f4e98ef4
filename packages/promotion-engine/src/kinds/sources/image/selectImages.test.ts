import fc from 'fast-check';
import { ImageSubscription } from '../../../model/definition';
import { ImageMetadata, OciRegistry } from '../../../ports/registry';
import { sourceContext } from '../../../registry/testing/sourceContext';
import { discoverImages } from './discoverImages';
import { selectImages } from './selectImages';

const subscription = (
  change: Partial<ImageSubscription>,
): ImageSubscription => ({
  repoURL: 'quay.io/team/app',
  imageSelectionStrategy: 'SemVer',
  strictSemvers: true,
  allowTagsRegexes: [],
  ignoreTagsRegexes: [],
  discoveryLimit: 20,
  insecureSkipTLSVerify: false,
  ...change,
});

const image = (tag: string, day = 1, platforms?: string[]): ImageMetadata => ({
  tag,
  digest: `sha256:${tag}`,
  createdAt: `2024-01-${String(day).padStart(2, '0')}T00:00:00Z`,
  annotations: {},
  platforms,
});

const images = [
  image('1.0.0', 5),
  image('1.1.0', 4, ['linux/amd64']),
  image('2.0.0-rc.1', 3),
  image('latest', 9),
  image('v1.1.0', 2, ['linux/arm64']),
];

function fakeRegistry(content: ImageMetadata[]) {
  const described: string[] = [];
  const oci: OciRegistry = {
    listTags: async () => content.map(one => one.tag),
    describe: async (_, reference) => {
      if (!reference.startsWith('sha256:')) described.push(reference);
      return content.find(one => [one.tag, one.digest].includes(reference));
    },
  };
  return { oci, described };
}

describe.each([
  ['newest version', {}, ['2.0.0-rc.1', 'v1.1.0', '1.1.0', '1.0.0']],
  ['range', { constraint: '^1.0.0' }, ['v1.1.0', '1.1.0', '1.0.0']],
  ['limit', { constraint: '^1.0.0', discoveryLimit: 1 }, ['v1.1.0']],
  ['platform', { platform: 'linux/amd64' }, ['1.1.0']],
  [
    'limit counts what fits',
    { platform: 'linux/amd64', discoveryLimit: 1 },
    ['1.1.0'],
  ],
  [
    'lexical',
    { imageSelectionStrategy: 'Lexical' as const, discoveryLimit: 2 },
    ['v1.1.0', 'latest'],
  ],
  [
    'ignored before allowed',
    { allowTagsRegexes: ['^1'], ignoreTagsRegexes: ['0\\.0$'] },
    ['1.1.0'],
  ],
  [
    'newest build',
    { imageSelectionStrategy: 'NewestBuild' as const, discoveryLimit: 2 },
    ['latest', '1.0.0'],
  ],
  [
    'one mutable tag',
    { imageSelectionStrategy: 'Digest' as const, constraint: 'latest' },
    ['latest'],
  ],
  [
    'a tag that is not there',
    { imageSelectionStrategy: 'Digest' as const, constraint: 'edge' },
    [],
  ],
])('%s', (_, change, expected) => {
  it('is selected', () => {
    expect(
      selectImages(subscription(change), images).map(one => one.tag),
    ).toEqual(expected);
  });
  it('is discovered alike', async () => {
    const found = await discoverImages(
      subscription(change),
      sourceContext(fakeRegistry(images)),
    );
    expect(found.map(one => one.tag)).toEqual(expected);
  });
});

describe('selectImages', () => {
  const tags = fc.uniqueArray(
    fc.tuple(
      fc.stringMatching(/^v?[0-3](\.[0-3]){0,2}(-rc|\+b)?$/),
      fc.integer({ min: 1, max: 3 }),
    ),
    { selector: ([tag]) => tag },
  );
  const strategy = fc.constantFrom(
    'SemVer' as const,
    'Lexical' as const,
    'NewestBuild' as const,
  );

  it('is total and stable: the order in which tags come does not matter', () => {
    fc.assert(
      fc.property(
        tags,
        strategy,
        fc.boolean(),
        fc.infiniteStream(fc.nat()),
        (named, imageSelectionStrategy, strictSemvers, noise) => {
          const chosen = subscription({
            imageSelectionStrategy,
            strictSemvers,
            discoveryLimit: 100,
          });
          const listed = named.map(([tag, day]) => image(tag, day));
          const shuffled = listed
            .map(each => ({ each, rank: noise.next().value }))
            .sort((a, b) => a.rank - b.rank)
            .map(({ each }) => each);
          const found = selectImages(chosen, listed);
          expect(selectImages(chosen, shuffled)).toEqual(found);
          if (imageSelectionStrategy !== 'SemVer')
            expect(found).toHaveLength(listed.length);
          const limited = selectImages(
            { ...chosen, discoveryLimit: 2 },
            listed,
          );
          expect(limited).toEqual(found.slice(0, 2));
        },
      ),
    );
  });
});

describe('discoverImages', () => {
  it('describes no more tags than it needs', async () => {
    const { oci, described } = fakeRegistry(
      Array.from({ length: 500 }, (_, n) => image(`1.${n}.0`)),
    );
    await discoverImages(
      subscription({ discoveryLimit: 3 }),
      sourceContext({ oci }),
    );
    expect(described).toEqual(['1.499.0', '1.498.0', '1.497.0']);
  });

  it('passes over a tag that has gone', async () => {
    const { oci } = fakeRegistry(images);
    const gone = {
      ...oci,
      listTags: async () => ['9.0.0', ...images.map(one => one.tag)],
    };
    const found = await discoverImages(
      subscription({ discoveryLimit: 1 }),
      sourceContext({ oci: gone }),
    );
    expect(found.map(one => one.tag)).toEqual(['2.0.0-rc.1']);
  });

  it('finds what selection finds', async () => {
    const any = fc.record({
      n: fc.tuple(fc.nat(5), fc.nat(5), fc.nat(5)),
      day: fc.integer({ min: 1, max: 28 }),
      fits: fc.boolean(),
    });
    const strategy = fc.constantFrom(
      'SemVer',
      'Lexical',
      'NewestBuild',
    ) as fc.Arbitrary<'SemVer'>;
    await fc.assert(
      fc.asyncProperty(
        fc.array(any),
        strategy,
        fc.integer({ min: 1, max: 10 }),
        async (list, how, limit) => {
          const all = [
            ...new Map(
              list.map(x => [
                x.n.join('.'),
                image(x.n.join('.'), x.day, x.fits ? ['linux/amd64'] : []),
              ]),
            ).values(),
          ];
          const chosen = subscription({
            imageSelectionStrategy: how,
            discoveryLimit: limit,
            platform: 'linux/amd64',
          });
          expect(
            await discoverImages(chosen, sourceContext(fakeRegistry(all))),
          ).toEqual(selectImages(chosen, all));
        },
      ),
    );
  });

  it.each([
    [{ constraint: 'newest' }, 'version range "newest"'],
    [{ platform: 'amd64' }, 'platform "amd64"'],
    [{ allowTagsRegexes: ['('] }, 'regular expression "("'],
  ])('refuses %j', (change, message) => {
    expect(() => selectImages(subscription(change), [])).toThrow(message);
  });
});
