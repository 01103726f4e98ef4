import {
  CgiServer,
  startCgiServer,
} from '../adapters/git/testing/startCgiServer';
import { systemClock } from '../adapters/system';
import { MemoryStore } from '../testing';
import { EngineWorld } from './testing/EngineWorld';
import { ONE_STAGE } from './testing/oneStage';

jest.setTimeout(120_000);

const manifests = (repoURL: string) => `${ONE_STAGE}  promotionTemplate:
    spec:
      steps:
        - uses: git-clone
          config: {repoURL: "${repoURL}", checkout: [{branch: main, path: src}]}
        - uses: yaml-update
          config:
            path: src/dev/values.yaml
            updates: [{key: tag, value: "\${{ imageFrom('localhost:1/web').Tag }}"}]
        - {uses: git-commit, config: {path: src, message: Release}}
        - {uses: git-push, config: {path: src}}
`;

describe('a push that nobody answers', () => {
  let server: CgiServer;
  let world: EngineWorld;
  const actor = { ref: 'user:default/ada', ownership: [] };

  beforeEach(async () => {
    world = new EngineWorld({}, new MemoryStore(systemClock));
    const { remote } = world;
    remote.write('dev/values.yaml', 'tag: "0"\n');
    remote.push('start');
    remote.git('--git-dir', remote.bare, 'config', 'http.receivepack', 'true');
    const user = { username: 'ada', password: 'secret' };
    server = await startCgiServer(remote.directory, user);
    await world.boot();
    const { host } = new URL(server.url);
    await world.defineText(manifests(`http://ada:secret@${host}/remote.git`));
  });
  afterEach(async () => {
    await world.close();
    await server.close();
  });

  it('is ended by an abort at once, which says that nothing was written', async () => {
    const silence = server.fallSilent();
    const freight = await world.release('1.0.0');
    const { name: promotion } = await world.engine.request({
      project: 'web',
      stage: 'dev',
      freight: freight.name,
      actor,
    });
    const running = world.queue.settle();
    await silence.asked;
    await world.engine.abort({ project: 'web', promotion, actor });
    // the process that waited is gone, and with it the connection
    await silence.left;
    await running;
    await world.queue.settle();
    expect(await world.promotion(promotion)).toMatchObject({
      phase: 'Aborted',
      message: 'aborted by user:default/ada; nothing was written',
    });
    expect(world.file('dev/values.yaml')).toBe('tag: "0"');
  });
});
