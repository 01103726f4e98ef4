import { EngineWorld } from './testing/EngineWorld';
import { ONE_STAGE } from './testing/oneStage';
import { ada } from './testing/suite/people';

/** A stage that uses every step that edits, packs, records or composes, in Kargo's own words. */
const manifests = (url: string) => `${ONE_STAGE}  promotionTemplate:
    spec:
      vars:
      - {name: tag, value: '\${{ imageFrom("localhost:1/web").Tag }}'}
      steps:
      - {uses: git-clone, config: {repoURL: '${url}', checkout: [{branch: main, path: ./src}]}}
      - uses: json-update
        as: json
        config: {path: ./src/app.json, updates: [{key: image.tag, value: '\${{ vars.tag }}'}]}
      - uses: toml-update
        config: {path: ./src/app.toml, updates: [{key: replicas, value: 3}]}
      - uses: json-parse
        as: parsed
        config: {path: ./src/app.json, outputs: [{name: tag, fromExpression: image.tag}]}
      - uses: yaml-merge
        config: {inFiles: [./src/base.yaml, ./src/dev.yaml], outFile: ./src/out/values.yaml}
      - uses: yaml-update
        config: {path: ./src/out/values.yaml, updates: [{key: tag, value: 'v\${{ outputs.parsed.tag }}'}]}
      - {uses: tar, config: {inPath: ./src/out, outPath: ./out.tgz, gzip: true}}
      - {uses: untar, config: {inPath: ./out.tgz, outPath: ./src/unpacked}}
      - {uses: copy, config: {inPath: ./src/out, outPath: ./src/copied}}
      - {uses: delete, config: {path: './src/out/**', pathsAreGlobs: true}}
      - {uses: file-write, config: {path: ./src/VERSION, contents: '\${{ outputs.parsed.tag }}'}}
      - {uses: compose-output, as: all, config: {message: '\${{ outputs.json.commitMessage }}'}}
      - {uses: git-commit, config: {path: ./src, message: '\${{ outputs.all.message }}'}}
      - {uses: git-push, config: {path: ./src}}
      - uses: set-metadata
        config: {updates: [{kind: Freight, name: '\${{ ctx.targetFreight.name }}', values: {pushed: true}}]}
      - {uses: set-freight-alias, config: {name: '\${{ ctx.targetFreight.name }}', alias: shipped}}
`;

describe('steps on files, one after the other', () => {
  let world: EngineWorld;

  beforeEach(async () => {
    const options = { manifests: '' };
    world = new EngineWorld(options);
    options.manifests = manifests(world.remote.url);
    world.remote.write('app.json', '{\n  "image": {"tag": "0"}\n}\n');
    world.remote.write('app.toml', 'replicas = 1 # enough\n');
    world.remote.write('base.yaml', 'tag: "0" # set\ndebug: true\n');
    world.remote.write('dev.yaml', 'debug: null\nhosts: [a]\n');
    world.remote.push('start');
    await world.boot();
    await world.define();
    await world.release('1.1.0');
  });
  afterEach(() => world.close());

  it('end in one commit with what they made, and in what they recorded', async () => {
    const { items } = await world.store.freightPage('web', { limit: 1 });
    const { name } = await world.engine.request({
      project: 'web',
      stage: 'dev',
      freight: items[0].name,
      actor: ada,
    });
    await world.queue.settle();
    expect(await world.store.promotion('web', name)).toMatchObject({
      phase: 'Succeeded',
    });
    world.remote.git('pull', '-q', 'origin', 'main');
    const show = (path: string) => world.remote.git('show', `HEAD:${path}`);
    expect(show('app.json')).toBe('{\n  "image": {"tag": "1.1.0"}\n}');
    expect(show('app.toml')).toBe('replicas = 3 # enough');
    expect(show('VERSION')).toBe('1.1.0');
    const values = 'tag: "v1.1.0" # set\nhosts: [a]';
    expect(show('copied/values.yaml')).toBe(values);
    expect(show('unpacked/values.yaml')).toBe(values);
    const files = world.remote.git('ls-tree', '-r', '--name-only', 'HEAD');
    expect(files).not.toContain('out/values.yaml');
    expect(world.remote.git('log', '-1', '--format=%s')).toBe(
      'Updated ./src/app.json',
    );
    expect(await world.store.freightByAlias('web', 'shipped')).toMatchObject({
      name: items[0].name,
      metadata: { pushed: true },
    });
  });
});
