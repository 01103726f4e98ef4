import { execFileSync } from 'child_process';
import { SigningKeys } from '../adapters/git/testing/SigningKeys';
import { systemClock } from '../adapters/system';
import { MemoryStore } from '../testing';
import { whereThereIs } from '../testing/programs/whereThereIs';
import { everyRow } from '../testing/store/everyRow';
import { EngineWorld } from './testing/EngineWorld';
import { ONE_STAGE } from './testing/oneStage';

jest.setTimeout(120_000);

const manifests = (remote: string) => `${ONE_STAGE}  promotionTemplate:
    spec:
      steps:
        - uses: git-clone
          config:
            repoURL: ${remote}
            author: {name: Release Bot, email: bot@example.com, signingKey: "\${{ secret('signing').key }}"}
            checkout: [{branch: main, path: src}]
        - {uses: yaml-update, config: {path: src/dev/values.yaml, updates: [{key: tag, value: "1"}]}}
        - {uses: git-commit, config: {path: src, message: Release}}
        - {uses: git-tag, config: {path: src, tag: released, message: Released}}
        - {uses: git-push, config: {path: src}}
        - {uses: git-push, config: {path: src, tag: released}}
`;

whereThereIs(
  'gpg',
  'gpgconf',
  'ssh-keygen',
)('a promotion that signs', () => {
  let keys: SigningKeys;
  let world: EngineWorld;
  beforeEach(() => {
    keys = new SigningKeys();
  });
  afterEach(async () => {
    await world.close();
    keys.remove();
  });

  async function promote(key: string) {
    const secrets = { read: async () => ({ data: { key } }) };
    const store = new MemoryStore(systemClock);
    world = new EngineWorld({ secrets }, store);
    world.remote.write('dev/values.yaml', 'tag: "0"\n');
    world.remote.push('start');
    await world.boot();
    await world.defineText(manifests(world.remote.url));
    await world.release('1.0.0');
    const { items } = await store.freightPage('web', { limit: 1 });
    const actor = { ref: 'user:default/ada', ownership: [] };
    const into = { project: 'web', stage: 'dev', freight: items[0].name };
    const { name } = await world.engine.request({ ...into, actor });
    await world.queue.settle();
    const rows = [
      await everyRow(store, 'web'),
      await store.entries('web', { limit: 1000 }),
      await store.logs('web', name, { limit: 100 }),
    ];
    return { promotion: await world.promotion(name), rows };
  }

  const linesOf = (key: string) =>
    key.split('\n').filter(line => line.length > 20 && !/^---/.test(line));

  it('pushes a commit and a tag that Git takes for good, and keeps the key to itself', async () => {
    const key = keys.openPgp('Release Bot <bot@example.com>');
    const { promotion, rows } = await promote(key);
    expect(promotion).toMatchObject({ phase: 'Succeeded' });
    world.remote.git('fetch', '-q', '--tags', 'origin');
    for (const args of [
      ['verify-commit', 'origin/main'],
      ['verify-tag', 'released'],
    ])
      execFileSync('git', ['-C', world.remote.work, ...args], {
        env: { ...process.env, GNUPGHOME: keys.directory },
        stdio: 'pipe',
      });
    for (const line of linesOf(key)) {
      expect(JSON.stringify(rows)).not.toContain(line);
      const found = ['-rlF', '-e', line, world.remote.directory];
      expect(() => execFileSync('grep', found, { stdio: 'pipe' })).toThrow();
    }
  });

  it('says whose key it is when the author is somebody else', async () => {
    const { promotion } = await promote(keys.openPgp('Eve <eve@example.com>'));
    expect(promotion).toMatchObject({
      phase: 'Errored',
      message: expect.stringContaining(
        'The signing key belongs to Eve <eve@example.com>',
      ),
    });
  });
});
