import fc from 'fast-check';
import { gitProcesses } from '../../../adapters/git/processes';
import { TestRemote } from '../../../adapters/git/testing/TestRemote';
import { GitSubscription } from '../../../model/definition';
import { CommitFacts, GitRepositories, TagFacts } from '../../../ports/git';
import { sourceContext } from '../../../registry/testing/sourceContext';
import { SharedSightings } from '../../../runtime/Sightings';
import { discoverCommits } from './discoverCommits';
import { selectCommits, selectTags } from './selectCommits';

const NOW = Date.UTC(2026, 10, 21);

function subscription(change: Partial<GitSubscription>): GitSubscription {
  return {
    repoURL: 'https://git.example.com/app',
    commitSelectionStrategy: 'NewestFromBranch',
    branch: 'main',
    strictSemvers: true,
    allowTagsRegexes: [],
    ignoreTagsRegexes: [],
    includePaths: [],
    excludePaths: [],
    discoveryLimit: 20,
    insecureSkipTLSVerify: false,
    ...change,
  };
}

interface Revision extends CommitFacts {
  changed: string[];
}

/** A repository that is a list: `commits` newest first. */
function listed(commits: Revision[], tags: TagFacts[] = []): GitRepositories {
  const git: Partial<GitRepositories> = {
    refs: async () => ({
      branches: { main: commits[0]?.id ?? '' },
      tags: Object.fromEntries(tags.map(({ tag, id }) => [tag, id])),
    }),
    update: async () => undefined,
    history: async (_, { from, after, limit }) => {
      const start = commits.findIndex(({ id }) => id === from);
      const rest = commits.slice(after ? start + 1 : start);
      return rest.slice(0, limit).map(({ changed, ...facts }) => facts);
    },
    tags: async () => tags,
    changedPaths: async (_, ids) =>
      Object.fromEntries(
        ids.map(id => [id, commits.find(each => each.id === id)!.changed]),
      ),
  };
  return git as GitRepositories;
}

const revisions = fc
  .array(
    fc.record({
      author: fc.constantFrom('Ann <a@x>', 'Bob <b@x>'),
      changed: fc.subarray(['apps/a', 'apps/b', 'docs/ü', 'README']),
      minute: fc.nat(5),
    }),
    { minLength: 1, maxLength: 130 },
  )
  .map(list =>
    list.map(
      ({ minute, ...rest }, index): Revision => ({
        ...rest,
        id: index.toString(16).padStart(40, '0'),
        date: new Date(NOW - (index * 10 + minute) * 1000).toISOString(),
        committer: rest.author,
        subject: `c${index}`,
      }),
    ),
  );

const rules = fc.record({
  expressionFilter: fc.constantFrom(
    undefined,
    "author contains 'Ann'",
    "author contains 'Zoe'",
  ),
  includePaths: fc.subarray(['apps', 'glob:docs/*']),
  excludePaths: fc.subarray(['apps/b']),
  discoveryLimit: fc.integer({ min: 1, max: 40 }),
});

describe('discovery of commits', () => {
  it('finds what selection finds, in the same order', async () => {
    await fc.assert(
      fc.asyncProperty(revisions, rules, async (commits, change) => {
        const chosen = subscription(change);
        const found = await discoverCommits(
          chosen,
          sourceContext({ git: listed(commits), now: NOW }),
        );
        expect(found.map(({ id }) => id)).toEqual(
          selectCommits(chosen, commits, NOW).map(({ id }) => id),
        );
      }),
    );
  });

  it('finds the tags that selection finds', async () => {
    const strategy = fc.constantFrom('SemVer', 'Lexical', 'NewestTag');
    await fc.assert(
      fc.asyncProperty(
        revisions,
        rules,
        strategy as fc.Arbitrary<'SemVer'>,
        async (commits, change, commitSelectionStrategy) => {
          const chosen = subscription({ ...change, commitSelectionStrategy });
          const tags = commits.map(({ date, ...facts }, index) => ({
            ...facts,
            tag: `v1.${(index * 7) % 131}.0`,
            creatorDate: date,
          }));
          const found = await discoverCommits(
            chosen,
            sourceContext({ git: listed(commits, tags), now: NOW }),
          );
          const ids = selectTags(chosen, tags, NOW).map(({ tag }) => tag);
          expect(found.map(({ tag }) => tag)).toEqual(ids);
        },
      ),
    );
  });

  it('is total and stable: the order in which tags come does not matter', () => {
    const strategy = fc.constantFrom('SemVer', 'Lexical', 'NewestTag');
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.stringMatching(/^v?[0-3](\.[0-3]){0,2}(-rc)?$/)),
        strategy as fc.Arbitrary<'SemVer'>,
        fc.infiniteStream(fc.nat()),
        (names, commitSelectionStrategy, noise) => {
          const tags = names.map((tag, index) => ({
            tag,
            id: `${index % 3}`,
            creatorDate: new Date(NOW + (index % 3) * 1000).toISOString(),
            author: '',
            committer: '',
            subject: '',
          }));
          const shuffled = tags
            .map(tag => ({ tag, rank: noise.next().value }))
            .sort((a, b) => a.rank - b.rank)
            .map(({ tag }) => tag);
          const chosen = subscription({
            commitSelectionStrategy,
            strictSemvers: false,
            discoveryLimit: 100,
          });
          const found = selectTags(chosen, tags, NOW);
          expect(selectTags(chosen, shuffled, NOW)).toEqual(found);
          if (commitSelectionStrategy !== 'SemVer')
            expect(found).toHaveLength(tags.length);
        },
      ),
    );
  });

  it('cuts long subjects, and names the branch only as the subscription does', async () => {
    const [commit] = fc.sample(revisions, { numRuns: 1, seed: 1 })[0];
    const long = { ...commit, subject: 'x'.repeat(81) };
    const context = sourceContext({ git: listed([long]), now: NOW });
    const [found] = await discoverCommits(subscription({}), context);
    expect(found.subject).toBe(`${'x'.repeat(77)}...`);
    expect(found.branch).toBe('main');
  });

  it('says which branch is missing', async () => {
    const context = sourceContext({ git: listed([]), now: NOW });
    await expect(
      discoverCommits(subscription({ branch: 'none' }), context),
    ).rejects.toThrow('has no branch "none"');
  });
});

describe('discovery in a real repository', () => {
  const remote = new TestRemote();
  const git = remote.adapter('replica');
  const clock = { at: NOW, now: () => clock.at };
  const shared = new SharedSightings(clock);
  afterAll(() => remote.remove());

  const discover = (change: Partial<GitSubscription>) => {
    clock.at += 3_600_000;
    const sightings = shared.forPoll({ intervalMs: 60_000, forced: false });
    return discoverCommits(
      subscription({ repoURL: remote.url, branch: undefined, ...change }),
      sourceContext({ git, sightings, now: clock.at }),
    );
  };

  it('asks once and fetches nothing when nothing has changed', async () => {
    remote.write('apps/a.yaml', '1');
    const first = remote.push('first');
    remote.git('tag', 'v1.0.0');
    remote.write('docs/ü.md', '1');
    const second = remote.push('second');
    remote.git('push', '-q', 'origin', '--tags');
    const [newest] = await discover({});
    expect(newest).toMatchObject({ id: second, subject: 'second' });
    const [tagged] = await discover({ commitSelectionStrategy: 'SemVer' });
    expect(tagged).toMatchObject({ id: first, tag: 'v1.0.0' });

    const named = await discover({ branch: 'main' });
    const before = gitProcesses();
    expect(await discover({ branch: 'main' })).toEqual(named);
    expect(await discover({ commitSelectionStrategy: 'SemVer' })).toEqual([
      tagged,
    ]);
    expect(gitProcesses() - before).toBe(2);
  });

  it('sees a new commit and a new tag at the next poll', async () => {
    remote.write('apps/a.yaml', '2');
    const third = remote.push('third');
    remote.git('tag', '-a', 'v1.1.0', '-m', 'one');
    remote.git('push', '-q', 'origin', '--tags');
    expect((await discover({}))[0].id).toBe(third);
    const tags = await discover({ commitSelectionStrategy: 'SemVer' });
    expect(tags.map(({ tag }) => tag)).toEqual(['v1.1.0', 'v1.0.0']);
    const apps = await discover({ includePaths: ['apps'] });
    expect(apps.map(({ subject }) => subject)).toEqual(['third', 'first']);
    const since = new Date(Date.now() + 3_600_000).toISOString();
    expect(await discover({ since })).toEqual([]);
  });
});
