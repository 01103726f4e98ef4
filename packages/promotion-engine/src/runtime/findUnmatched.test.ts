import { createChartRepositories } from '../adapters/charts';
import { TestRemote } from '../adapters/git/testing/TestRemote';
import { createOciRegistry } from '../adapters/oci';
import { systemClock } from '../adapters/system';
import { GitSubscription, Project } from '../model/definition';
import { builtInSources } from '../registry/builtInKinds';
import { findUnmatched } from './findUnmatched';
import { SharedSightings } from './Sightings';

const GIT: Omit<GitSubscription, 'repoURL'> = {
  commitSelectionStrategy: 'NewestFromBranch',
  strictSemvers: true,
  allowTagsRegexes: [],
  ignoreTagsRegexes: [],
  includePaths: [],
  excludePaths: [],
  discoveryLimit: 20,
  insecureSkipTLSVerify: false,
};

describe('filters of a Git subscription', () => {
  const remote = new TestRemote();
  beforeAll(() => {
    remote.write('apps/web/values.yaml', 'tag: 1\n');
    remote.push('first');
    remote.git('tag', 'v1.0.0');
    remote.git('push', '-q', '--tags', 'origin');
  });
  afterAll(() => remote.remove());

  async function unmatched(git: Partial<GitSubscription>) {
    const warehouse: Project['warehouses'][number] = {
      name: 'web',
      intervalMs: 1,
      freightCreationPolicy: 'Automatic',
      subscriptions: [{ git: { ...GIT, repoURL: remote.url, ...git } }],
    };
    const anonymous = { credentials: () => undefined };
    const found = await findUnmatched(
      { warehouses: [warehouse] } as unknown as Project,
      {
        sources: builtInSources,
        context: {
          git: remote.adapter('mirrors'),
          oci: createOciRegistry(anonymous),
          charts: createChartRepositories(anonymous),
          sightings: new SharedSightings(systemClock).forPoll({
            intervalMs: 3_600_000,
            forced: false,
          }),
          now: systemClock.now(),
        },
      },
    );
    return found.map(({ path, message }) => [
      path.slice(4).join('.'),
      message.replaceAll(remote.url, 'REMOTE'),
    ]);
  }

  const nothing = (field: string) => [
    [field, `Nothing of REMOTE fits; without ${field} something would.`],
  ];

  it.each<[Partial<GitSubscription>, string[][]]>([
    [{}, []],
    [{ includePaths: ['apps/web'] }, []],
    [{ includePaths: ['glob:apps/api/**'] }, nothing('includePaths')],
    [
      { includePaths: ['apps/web', 'regex:^lib/'] },
      [['includePaths.1', 'regex:^lib/ fits nothing of REMOTE.']],
    ],
    [{ excludePaths: ['apps'] }, nothing('excludePaths')],
    [
      { expressionFilter: 'author contains "Eve"' },
      nothing('expressionFilter'),
    ],
    [
      { commitSelectionStrategy: 'SemVer', semverConstraint: '^2.0.0' },
      nothing('semverConstraint'),
    ],
    [
      { commitSelectionStrategy: 'Lexical', allowTagsRegexes: ['^2'] },
      nothing('allowTagsRegexes'),
    ],
    [
      {
        commitSelectionStrategy: 'Lexical',
        allowTagsRegexes: ['^2'],
        includePaths: ['lib'],
      },
      [['', 'Nothing of REMOTE fits the subscription.']],
    ],
  ])('%j', async (git, said) => {
    expect(await unmatched(git)).toEqual(said);
  });
});
