import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { freeEnvironment } from '../__testUtils__/freeEnvironment';
import { commitFiles, runGit } from '../git';
import { DemoWorld } from './buildConfig';
import { COMPONENTS } from './components';
import { Cleanup } from './Cleanup';
import { DemoLayout, layoutBelow } from './layout';
import { prepareWorld } from './prepareWorld';
import { publishRelease } from './publishRelease';
import { addressesOf, readAddresses, writeAddresses } from './ready';
import { resetDemo } from './resetDemo';
import { markStopped } from './running';
import { startWorld } from './startWorld';

describe('the world of the demo', () => {
  let directory: string;
  let layout: DemoLayout;
  let environment: NodeJS.ProcessEnv;
  let world: DemoWorld;
  let cleanup: Cleanup;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'demo-'));
    layout = layoutBelow(join(directory, '.demo'));
    environment = await freeEnvironment();
    await start();
  });

  afterEach(async () => {
    await cleanup.run();
    await rm(directory, { recursive: true });
  });

  async function start() {
    cleanup = new Cleanup();
    world = await prepareWorld(layout, environment);
    cleanup.add(() => markStopped(layout));
    await startWorld(world, cleanup);
  }

  async function tags(component: string): Promise<string[]> {
    const { registry } = addressesOf(world);
    const url = `${registry}/v2/acme/${component}/tags/list`;
    return (await (await fetch(url)).json()).tags;
  }

  async function annotationsOf(tag: string): Promise<Record<string, string>> {
    const { registry } = addressesOf(world);
    const url = `${registry}/v2/acme/web/manifests/${tag}`;
    return (await (await fetch(url)).json()).annotations;
  }

  async function head(): Promise<string> {
    return runGit(['ls-remote', addressesOf(world).gitops, 'main']);
  }

  it('has a first image of every component', async () => {
    for (const component of COMPONENTS) {
      expect(await tags(component)).toEqual(['1.0.0']);
    }
  });

  it('fills its own addresses in', async () => {
    const { ports } = world;
    const entity = parse(
      await readFile(join(layout.catalog, 'web/catalog-info.yaml'), 'utf8'),
    );
    expect(entity.metadata.annotations).toMatchObject({
      'stevedore.dev/image': `localhost:${ports.registry}/acme/web ^1.0.0`,
      'stevedore.dev/gitops': `http://localhost:${ports.git}/acme/deploy#main:apps/web/{stage}`,
    });
    const file = 'HEAD:apps/web/dev/kustomization.yaml';
    const kustomization = await runGit(['show', file], {
      cwd: join(layout.git, 'acme/deploy.git'),
    });
    expect(kustomization).toContain(`localhost:${ports.registry}/acme/web`);
  });

  it('gives Backstage a password that is on no command line', async () => {
    const config = parse(await readFile(layout.config, 'utf8'));
    const [gitea] = config.integrations.gitea;
    expect(gitea).toMatchObject({
      host: `localhost:${world.ports.git}`,
      password: world.credentials.git.portal,
    });
    expect(await head()).toContain('refs/heads/main');
  });

  it('releases an image without touching anything else', async () => {
    const before = await head();
    const at = addressesOf(world);
    await publishRelease(at, ['1.1.0']);
    expect(await tags('web')).toEqual(['1.0.0', '1.1.0']);
    expect(await tags('shop')).toEqual(['1.0.0']);
    expect(await head()).toBe(before);
    await expect(publishRelease(at, [])).rejects.toThrow('Usage:');
    await expect(publishRelease(at, ['1', 'no'])).rejects.toThrow(
      'no component "no"',
    );
  });

  it('says of each release which commit it was made from', async () => {
    const at = addressesOf(world);
    const source = `http://localhost:${world.ports.git}/acme/code`;
    const repository = join(layout.git, 'acme/code.git');
    const between = (from: string, to: string) =>
      runGit(['log', '--format=%an: %s', `${from}..${to}`], {
        cwd: repository,
      });
    const first = await annotationsOf('1.0.0');
    expect(first['org.opencontainers.image.source']).toBe(source);
    await publishRelease(at, ['1.1.0']);
    const second = await annotationsOf('1.1.0');
    const [from, to] = [first, second].map(
      ({ 'org.opencontainers.image.revision': revision }) => revision,
    );
    expect(await between(from, to)).toBe(
      'Lin Chen: Read tides from the gauge\nAda Lovelace: HAR-7 Sort ships by their berth\n',
    );
    // no more was done than that
    for (let patch = 1; patch <= 6; patch++)
      await publishRelease(at, [`1.1.${patch}`]);
    const { 'org.opencontainers.image.revision': last } = await annotationsOf(
      '1.1.6',
    );
    expect(await between(last, 'main')).toBe('');
  });

  it('names an address of the repository that clones and pushes', async () => {
    const checkout = join(directory, 'checkout');
    await runGit(['clone', '--quiet', addressesOf(world).gitops, checkout]);
    const pushed = await commitFiles(join(checkout, '.git'), {
      files: { 'apps/web/dev/note.txt': 'changed elsewhere' },
    });
    await runGit(['push', '--quiet', 'origin', 'main'], { cwd: checkout });
    expect(await head()).toContain(pushed);
  });

  it('keeps everything over a restart, also what people changed', async () => {
    await publishRelease(addressesOf(world), ['1.1.0', 'shop']);
    const entity = join(layout.catalog, 'broken/catalog-info.yaml');
    await writeFile(entity, 'changed');
    const before = await head();
    const { credentials } = world;
    await cleanup.run();

    environment = {};
    await start();
    expect(await tags('shop')).toEqual(['1.0.0', '1.1.0']);
    expect(await readFile(entity, 'utf8')).toBe('changed');
    expect(await head()).toBe(before);
    expect(world.credentials).toEqual(credentials);
  });

  it('names its addresses only while it is ready', async () => {
    await expect(readAddresses(layout)).rejects.toThrow('npm run demo');
    await writeAddresses(world);
    expect(await readAddresses(layout)).toEqual(addressesOf(world));
    await cleanup.run();
    await expect(readAddresses(layout)).rejects.toThrow('not running');
  });

  it('is neither started twice nor reset while it runs', async () => {
    const pid = process.ppid;
    await writeFile(layout.running, JSON.stringify({ pid }));
    const sentence = `The demo runs (process ${pid})`;
    await expect(prepareWorld(layout, environment)).rejects.toThrow(sentence);
    await expect(resetDemo(layout)).rejects.toThrow(sentence);
    await cleanup.run();
    await resetDemo(layout);
    expect(await readdir(directory)).not.toContain('.demo');
  });

  it('removes no directory that is not its own', async () => {
    const other = layoutBelow(join(directory, 'home'));
    await mkdir(other.directory);
    await writeFile(join(other.directory, 'precious'), '');
    await expect(resetDemo(other)).rejects.toThrow('nothing was removed');
  });
});
