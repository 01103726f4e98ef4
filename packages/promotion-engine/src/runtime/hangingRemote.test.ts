import {
  CgiServer,
  startCgiServer,
} from '../adapters/git/testing/startCgiServer';
import { systemClock } from '../adapters/system';
import { ApprovalRule } from '../model/definition';
import { PromotionRow } from '../model/rows';
import { MemoryStore } from '../testing';
import { EngineWorld } from './testing/EngineWorld';
import { ONE_STAGE } from './testing/oneStage';
import { ada, person } from './testing/suite/people';

const MANAGERS = 'group:default/release-managers';

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

describe('an abort ends at once, where the remote does not answer,', () => {
  let server: CgiServer;
  let world: EngineWorld;
  const platformApprovals: ApprovalRule[] = [];

  beforeEach(async () => {
    platformApprovals.length = 0;
    world = new EngineWorld(
      { platformApprovals },
      new MemoryStore(systemClock),
    );
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

  async function request(): Promise<PromotionRow> {
    const freight = await world.release('1.0.0');
    const what = { project: 'web', stage: 'dev', freight: freight.name };
    return world.engine.request({ ...what, actor: ada });
  }

  /** By itself Git gives up after a minute, which is too late for a test. */
  async function expectEnd(
    promotion: string,
    silence: { asked: Promise<void>; left: Promise<void> },
  ): Promise<void> {
    const running = world.queue.settle();
    await silence.asked;
    await world.engine.abort({ project: 'web', promotion, actor: ada });
    // the process that waited is gone, and with it the connection
    await silence.left;
    server.speak();
    await running;
    await world.queue.settle();
    expect(await world.promotion(promotion)).toMatchObject({
      phase: 'Aborted',
      message: 'aborted by user:default/ada; nothing was written',
    });
    expect(world.file('dev/values.yaml')).toBe('tag: "0"');
  }

  it.each([
    ['a push', 'git-receive-pack'],
    ['a clone', 'git-upload-pack'],
  ] as const)('%s', async (_, service) => {
    const { name } = await request();
    await expectEnd(name, server.fallSilent(service));
  });

  it('the plan that is looked at again when people have approved', async () => {
    platformApprovals.push({
      needs: [{ count: 1, from: MANAGERS }],
      excludeRequester: true,
      reasonRequired: false,
      source: 'platform',
    });
    const { name, digest } = await request();
    const silence = server.fallSilent('git-upload-pack');
    const ravi = person('ravi');
    const decision = { project: 'web', promotion: name, digest: digest! };
    await world.engine.approve({ ...decision, actor: ravi });
    await expectEnd(name, silence);
  });
});
