import { readFileSync } from 'fs';
import { join } from 'path';
import { createOciRegistry } from '../adapters/oci';
import { createPrograms } from '../adapters/programs';
import { systemClock } from '../adapters/system';
import { ArtifactServer, MemoryStore, startArtifactServer } from '../testing';
import { TOOL_PATH, whereThereIs } from '../testing/programs/whereThereIs';
import { EngineWorld } from './testing/EngineWorld';
import { ada } from './testing/suite/people';

jest.setTimeout(180_000);

const QUICKSTART = readFileSync(
  join(__dirname, '../manifests/__fixtures__/quickstart.yaml'),
  'utf8',
);
const IMAGE = 'registry.example.com/acme/guestbook';
const REPOSITORY = 'https://git.example.com/acme/guestbook-deploy.git';

const project = 'guestbook';

whereThereIs('kustomize')("Kargo's quickstart", () => {
  let server: ArtifactServer;
  let world: EngineWorld;
  let image: string;
  beforeAll(async () => {
    server = await startArtifactServer();
    image = `${server.host}/acme/guestbook`;
    const tools = {
      oci: createOciRegistry({ credentials: () => undefined }),
      programs: createPrograms({ path: TOOL_PATH }),
    };
    world = new EngineWorld({ tools }, new MemoryStore(systemClock));
    const { remote } = world;
    remote.write(
      'base/kustomization.yaml',
      `resources:\n- deployment.yaml\nimages:\n- name: ${image} # set by promotions\n  newTag: none\n`,
    );
    remote.write(
      'base/deployment.yaml',
      `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: guestbook\nspec:\n  template:\n    spec:\n      containers:\n      - name: web\n        image: ${image}\n`,
    );
    for (const stage of ['test', 'uat', 'prod'])
      remote.write(
        `stages/${stage}/kustomization.yaml`,
        `namespace: guestbook-${stage}\nresources:\n- ../../base\n`,
      );
    remote.push('start');
    await world.boot();
    const text = QUICKSTART.replaceAll(IMAGE, image).replaceAll(
      REPOSITORY,
      remote.url,
    );
    await world.engine.define({
      entityRef: 'component:default/guestbook',
      project,
      files: [{ name: 'quickstart.yaml', text }],
      provenance: 'files',
      problems: [],
    });
    await world.queue.settle();
  });
  afterAll(async () => {
    await world.close();
    await server.close();
  });

  async function publish(tag: string): Promise<string> {
    const tags = server.images.get('acme/guestbook') ?? new Map();
    server.images.set('acme/guestbook', tags);
    tags.set(tag, { created: '2026-01-01T00:00:00Z' });
    await world.engine.refresh({ project, warehouse: 'guestbook' });
    await world.queue.settle();
    const page = await world.store.freightPage(project, { limit: 1 });
    return page.items[0].name;
  }

  async function promote(stage: string, freight: string): Promise<void> {
    await world.engine.request({ project, stage, freight, actor: ada });
    await world.queue.settle();
  }

  const rendered = (stage: string) => {
    world.remote.git('fetch', '-q', 'origin');
    const branch = `origin/stage/${stage}`;
    const [file, ...others] = world.remote
      .git('ls-tree', '-r', '--name-only', branch)
      .split('\n');
    return {
      files: [file, ...others],
      text: world.remote.git('show', `${branch}:${file}`),
      message: world.remote.git('log', '-1', '--format=%s', branch),
    };
  };

  it('brings an image through its stages, unchanged but for two addresses', async () => {
    const first = await publish('1.26.0');
    await promote('uat', first);
    await promote('prod', first);
    for (const stage of ['test', 'uat', 'prod']) {
      const { files, text, message } = rendered(stage);
      expect(files).toEqual([`guestbook-${stage}-deployment-guestbook.yaml`]);
      expect(text).toContain(`namespace: guestbook-${stage}`);
      expect(text).toContain(`image: ${image}:1.26.0`);
      expect(message).toBe('Updated ./src/base to use new image');
    }
    await publish('1.27.0');
    expect(rendered('test').text).toContain(`image: ${image}:1.27.0`);
    expect(rendered('uat').text).toContain(`image: ${image}:1.26.0`);
  });

  it('leaves the sources as they are', () => {
    const kustomization = world.file('base/kustomization.yaml');
    expect(kustomization).toContain('newTag: none');
  });

  it('says of each promotion that it succeeded', async () => {
    const page = await world.store.promotionPage(project, { limit: 10 });
    expect(page.items.map(({ stage, phase }) => [stage, phase])).toEqual([
      ['test', 'Succeeded'],
      ['prod', 'Succeeded'],
      ['uat', 'Succeeded'],
      ['test', 'Succeeded'],
    ]);
  });
});
