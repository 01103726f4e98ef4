import { selfSigned } from '../adapters/git/testing/selfSigned';
import {
  CgiServer,
  startCgiServer,
} from '../adapters/git/testing/startCgiServer';
import { systemClock } from '../adapters/system';
import { MemoryStore } from '../testing';
import { whereThereIs } from '../testing/programs/whereThereIs';
import { EngineWorld } from './testing/EngineWorld';
import { ONE_STAGE } from './testing/oneStage';

jest.setTimeout(120_000);

const manifests = (
  repoURL: string,
  skip: boolean,
) => `${ONE_STAGE}  promotionTemplate:
    spec:
      steps:
        - uses: git-clone
          config:
            repoURL: ${repoURL}
            insecureSkipTLSVerify: ${skip}
            checkout: [{branch: main, path: src}]
        - uses: yaml-update
          config:
            path: src/dev/values.yaml
            updates: [{key: tag, value: "\${{ imageFrom('localhost:1/web').Tag }}"}]
        - {uses: git-commit, config: {path: src, message: Release}}
        - {uses: git-tag, config: {path: src, tag: "v\${{ imageFrom('localhost:1/web').Tag }}", message: Released}}
        - {uses: git-push, config: {path: src}}
        - {uses: git-push, config: {path: src, tag: "v\${{ imageFrom('localhost:1/web').Tag }}"}}
`;

whereThereIs('openssl')('a Git host whose certificate nobody signed', () => {
  let server: CgiServer;
  let world: EngineWorld;

  async function promote(skip: boolean, meanwhile?: () => void) {
    world = new EngineWorld({}, new MemoryStore(systemClock));
    const { remote } = world;
    remote.write('dev/values.yaml', 'tag: "0"\n');
    remote.push('start');
    remote.git('--git-dir', remote.bare, 'config', 'http.receivepack', 'true');
    const user = { username: 'ada', password: 'secret' };
    server = await startCgiServer(remote.directory, user, selfSigned());
    const { host } = new URL(server.url);
    await world.boot();
    await world.defineText(
      manifests(`https://ada:secret@${host}/remote.git`, skip),
    );
    world.faults = {
      async at(point, { step }) {
        if (point === 'step.intended' && step === 'step-5') meanwhile?.();
      },
    };
    await world.release('1.0.0');
    const { items } = await world.store.freightPage('web', { limit: 1 });
    const actor = { ref: 'user:default/ada', ownership: [] };
    const into = { project: 'web', stage: 'dev', freight: items[0].name };
    const { name } = await world.engine.request({ ...into, actor });
    await world.queue.settle();
    return world.promotion(name);
  }
  afterEach(async () => {
    await world.close();
    await server.close();
  });

  it('is not talked to', async () => {
    expect(await promote(false)).toMatchObject({
      phase: 'Errored',
      message: expect.stringContaining('certificate is not trusted'),
    });
    expect(server.requests).toEqual([]);
  });

  it('is, where insecureSkipTLSVerify says so, for clone, tag and push', async () => {
    const promotion = await promote(true);
    expect(promotion).toMatchObject({ phase: 'Succeeded' });
    expect(world.file('dev/values.yaml')).toBe('tag: "1.0.0"');
    world.remote.git('fetch', '-q', '--tags', 'origin');
    expect(world.remote.git('cat-file', '-t', 'v1.0.0')).toBe('tag');
    expect(JSON.stringify(promotion)).toContain('https+unverified://');
  });

  it('is asked again when its branch moved on', async () => {
    let moved = false;
    const promotion = await promote(true, () => {
      if (moved) return;
      moved = true;
      world.remote.write('other.txt', 'other');
      world.remote.push('Somebody else');
    });
    expect(promotion).toMatchObject({ phase: 'Succeeded' });
    expect(world.file('other.txt')).toBe('other');
    expect(world.file('dev/values.yaml')).toBe('tag: "1.0.0"');
  });
});
