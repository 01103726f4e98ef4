import { systemClock } from '../../adapters/system';
import { GitRepositories, PushResult } from '../../ports/git';
import { MemoryStore } from '../../testing';
import { EngineWorld } from '../testing/EngineWorld';
import { BranchHeads } from './BranchHeads';

const REPO = 'https://git.acme.dev/deploy';
const web = { project: 'web', stage: 'dev' };
const prod = { project: 'web', stage: 'prod' };
const api = { project: 'api', stage: 'dev' };
const main = { repoURL: REPO, branch: 'main' };

describe('heads of branches', () => {
  let now: number;
  let branches: Record<string, string>;
  let asked: number;
  let pushed: PushResult;
  let told: { project: string; subjects: string[] }[];
  let heads: BranchHeads;
  let git: GitRepositories;

  beforeEach(() => {
    [now, asked, told] = [0, 0, []];
    branches = { main: 'a', next: 'n' };
    pushed = { status: 'pushed' };
    const remote: Partial<GitRepositories> = {
      resolve: async (_, { branch = 'main', commit }) => {
        asked += 1;
        if (!branches[branch]) throw new Error('there is no such branch');
        return { commit: commit ?? branches[branch], branch };
      },
      refs: async () => ({ branches: { ...branches }, tags: {} }),
      push: async () => pushed,
    };
    heads = new BranchHeads({
      git: remote as GitRepositories,
      clock: { now: () => now },
      events: { publish: event => void told.push(event) },
    });
    git = heads.noticed();
  });

  it('are asked for once in ten seconds, whoever looks', async () => {
    expect(await heads.head(main, web)).toBe('a');
    branches.main = 'b';
    now = 9_999;
    expect(await heads.head(main, prod)).toBe('a');
    expect(asked).toBe(1);
    now = 10_000;
    expect(await heads.head(main, web)).toBe('b');
    expect(told).toEqual([
      { project: 'web', subjects: ['stage:dev', 'stage:prod'] },
    ]);
  });

  const push = (commit: string) => git.push(REPO, { branch: 'main', commit });
  it.each<[string, () => Promise<unknown>]>([
    ['somebody resolves the branch', () => git.resolve(`${REPO}.git`, {})],
    ['somebody lists what there is', () => git.refs(REPO)],
    ['a promotion pushes', () => push('b')],
  ])(
    'are told when %s, once to each who shows another one',
    async (_, sees) => {
      for (const viewer of [web, prod, api]) await heads.head(main, viewer);
      branches.main = 'b';
      await sees();
      await sees();
      expect(told).toEqual([
        { project: 'web', subjects: ['stage:dev', 'stage:prod'] },
        { project: 'api', subjects: ['stage:dev'] },
      ]);
      // at once, since what is known is out of date
      expect(await heads.head(main, web)).toBe('b');
      await sees();
      expect(told).toHaveLength(2);
    },
  );

  it.each<[string, () => Promise<unknown>]>([
    ['nothing moved', () => git.refs(REPO)],
    ['a commit was asked for', () => git.resolve(REPO, { commit: 'b' })],
    ['another branch moved', () => git.resolve(REPO, { branch: 'next' })],
    ['another repository moved', () => git.resolve(`${REPO}-2`, {})],
    [
      'a push was refused',
      () => {
        pushed = { status: 'rejected', message: 'moved' };
        return push('b');
      },
    ],
  ])('are not told where %s', async (_, sees) => {
    await heads.head(main, web);
    await sees();
    expect(told).toEqual([]);
    expect(await heads.head(main, web)).toBe('a');
    expect(asked).toBeLessThanOrEqual(2);
  });

  it('are told when the branch is gone, and asked for again', async () => {
    await heads.head(main, web);
    delete branches.main;
    await git.refs(REPO);
    expect(told).toHaveLength(1);
    await expect(heads.head(main, web)).rejects.toThrow('no such branch');
    branches.main = 'c';
    expect(await heads.head(main, web)).toBe('c');
  });

  it('are looked at again where somebody says that they moved', async () => {
    await heads.head(main, web);
    heads.mayHaveMoved('https://git.acme.dev/other');
    expect(told).toEqual([]);
    heads.mayHaveMoved(`${REPO}.git`);
    expect(told).toEqual([{ project: 'web', subjects: ['stage:dev'] }]);
    branches.main = 'b';
    expect(await heads.head(main, web)).toBe('b');
  });
});

describe('a page that shows what Git says', () => {
  let world: EngineWorld;

  beforeEach(async () => {
    world = await EngineWorld.start(new MemoryStore(systemClock), {
      stages: ['dev', 'prod'],
      auto: ['dev'],
      time: false,
    });
    await world.release('1.0.0');
    await says();
    world.told.length = 0;
    world.remote.git('pull', '-q', 'origin', 'main');
    world.remote.write('dev/values.yaml', 'tag: "0.9.0"\nat: never\n');
    world.remote.push('a change by hand');
  });
  afterEach(() => world.close());

  const says = async () => {
    const drift = await world.engine.drift(web);
    return drift!.rows[0].git;
  };
  const told = () => world.told.flatMap(({ subjects }) => subjects);

  it('is told by a webhook, and reads what is there then', async () => {
    await world.engine.notify({ kind: 'git', repoURL: world.remote.url });
    expect(told()).toEqual(['stage:dev']);
    expect(await says()).toMatchObject({ status: 'differs', value: '0.9.0' });
  });

  it('is told by the promotion of another stage', async () => {
    const { items } = await world.store.freightPage('web', { limit: 1 });
    const { phase } = await world.promote('prod', items[0].name);
    expect(phase).toBe('Succeeded');
    expect(told()).toContain('stage:dev');
    expect(await says()).toMatchObject({ status: 'differs', value: '0.9.0' });
  });
});
