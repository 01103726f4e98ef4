import { z } from 'zod';
import { Secrets } from '../../ports/secrets';
import { defineStep } from '../../registry/step';
import { MemoryStore } from '../../testing';
import { systemClock } from '../../adapters/system';
import { EngineWorld, Killed } from '../testing/EngineWorld';
import { ONE_STAGE } from '../testing/oneStage';
import { ada } from '../testing/suite/people';

/** Remembers the configurations that it was run with. */
function probe(seen: unknown[]) {
  return defineStep<object, never>({
    id: 'probe',
    effect: 'workspace',
    schema: z.looseObject({}),
    capabilities: [],
    run: async (_, config) => {
      seen.push(config);
      return { status: 'succeeded' };
    },
  });
}

/** Writes to the stage's metadata, as `set-metadata` does. */
const note = defineStep<{ color: string }, never>({
  id: 'note',
  effect: 'record',
  schema: z.strictObject({ color: z.string() }),
  capabilities: [],
  run: async ({ promotion }, config) => ({
    status: 'succeeded',
    records: [
      { kind: 'stageMetadata', name: promotion.stage, values: { ...config } },
    ],
  }),
});

const secrets: Secrets = {
  read: async ({ kind, name }) =>
    kind === 'secret' && name === 'slack'
      ? { data: { token: 'top-s3cret' } }
      : undefined,
};

const manifests = (
  steps: string[],
) => `${ONE_STAGE}  vars: [{name: greeting, value: "hello \${{ ctx.stage }}"}]
  promotionTemplate:
    spec:
      steps:
${steps.map(step => `      - ${step}\n`).join('')}`;

describe('expressions of a promotion', () => {
  let world: EngineWorld;
  let seen: Record<string, unknown>[];
  afterEach(() => world.close());

  async function start(steps: string[]): Promise<void> {
    seen = [];
    world = new EngineWorld(
      { manifests: manifests(steps), steps: [probe(seen), note], secrets },
      new MemoryStore(systemClock),
    );
    await world.boot();
    await world.define();
    await world.release('1.1.0');
  }

  const into = async () => ({
    project: 'web',
    stage: 'dev',
    freight: (await world.store.freightPage('web', { limit: 1 })).items[0].name,
    actor: ada,
  });

  async function promote() {
    const { name } = await world.engine.request(await into());
    await world.queue.settle();
    return world.promotion(name);
  }

  it('see freight, variables, outputs and the pinned clock', async () => {
    await start([
      '{uses: probe, vars: [{name: tag, value: "${{ imageFrom(\'localhost:1/web\').Tag }}"}], config: {text: "${{ vars.greeting }} ${{ vars.tag }}", link: "${{ ctx.uiBaseUrl }}/x", at: "${{ now() }}", again: "${{ now() }}"}}',
    ]);
    expect((await promote()).phase).toBe('Succeeded');
    expect(seen[0]).toMatchObject({
      text: 'hello dev 1.1.0',
      link: 'https://portal.example/x',
    });
    expect(seen[0].at).toBe(seen[0].again);
  });

  it('get secrets when they ask for them, and nobody else sees them', async () => {
    await start([
      '{uses: probe, config: {token: "${{ secret(\'slack\').token }}", none: "${{ quote(secret(\'none\').token) }}", map: "${{ configMap(\'slack\') }}"}}',
      '{uses: fail, config: {message: "token ${{ secret(\'slack\').token }}"}}',
    ]);
    const promotion = await promote();
    expect(seen[0]).toEqual({ token: 'top-s3cret', none: '', map: {} });
    expect(promotion.message).toBe('fail: token ******');
    expect(
      JSON.stringify(await world.store.entries('web', { limit: 100 })),
    ).not.toContain('top-s3cret');
  });

  it('see metadata that an earlier step wrote, also after a crash that somebody used to change it', async () => {
    await start([
      '{uses: note, config: {color: blue}}',
      '{uses: probe, config: {color: "${{ stageMetadata(ctx.stage).color }}"}}',
      '{uses: note, config: {color: green}}',
    ]);
    let ran = 0;
    world.faults = {
      async at(point) {
        if (point !== 'step.finished') return;
        ran += 1;
        if (ran === 3) throw new Killed(point);
      },
    };
    await promote().catch(error => {
      if (!(error instanceof Killed)) throw error;
    });
    world.faults = { at: async () => undefined };
    await world.boot();
    await world.queue.settle();
    expect((await world.promotions())[0].phase).toBe('Succeeded');
    expect((await world.store.stage('web', 'dev'))?.metadata).toEqual({
      color: 'green',
    });
    // once in the run, once in the replay, where the stage is green already
    expect(seen).toEqual([{ color: 'blue' }, { color: 'blue' }]);
  });

  it.each([
    [
      '{uses: probe, config: {list: [{text: "tag ${{ imageFrom(\'none\').Tag }}"}]}}',
      "probe: config.list[0].text: Tag is asked of something that is not there; check the names in the expression: cannot fetch Tag from <nil> (1:27)\n | tag ${{ imageFrom('none').Tag }}\n | ..........................^",
    ],
    [
      '{uses: probe, vars: [{name: x, value: "${{ ctx.stage + 1 }}"}], config: {}}',
      'probe: vars.x: the values do not fit what is done with them: invalid operation: string + int (1:15)\n | ${{ ctx.stage + 1 }}\n | ..............^',
    ],
    [
      '{uses: probe, if: "${{ ctx.stage }}", config: {}}',
      'probe: if: expression must evaluate to a boolean, got string',
    ],
    [
      '{uses: probe, config: {x: "${{ freightMetadata(\'gone\') }}"}}',
      'probe: config.x: there is no freight "gone" (1:5)\n | ${{ freightMetadata(\'gone\') }}\n | ....^',
    ],
  ])('that fail name step, field and column: %s', async (step, message) => {
    await start([step]);
    expect(await promote()).toMatchObject({ phase: 'Errored', message });
  });

  it('wait in a plan for what is known only later, and for nothing else', async () => {
    await start(['{uses: probe, config: {}}']);
    world.remote.write('dev/values.yaml', 'tag: "0"\n');
    world.remote.push('start');
    await world.defineText(
      manifests([
        `{uses: git-clone, config: {repoURL: "${world.remote.url}", checkout: [{branch: main, path: ./src}]}}`,
        '{uses: yaml-update, config: {path: ./src/dev/values.yaml, updates: [{key: tag, value: "${{ imageFrom(\'localhost:1/web\').Tag }}"}]}}',
        '{uses: git-commit, config: {path: ./src, message: "m"}}',
        '{uses: git-push, as: push, config: {path: ./src}}',
        '{uses: probe, as: before, config: {x: "${{ status(\'push\') }} outputs.push"}}',
        '{uses: probe, as: after, config: {x: "${{ outputs.push.commit }}"}}',
        '{uses: probe, as: last, config: {x: "${{ outputs.after }}"}}',
      ]),
    );
    await world.release('1.2.0');
    const { plan } = await world.engine.plan(await into());
    expect(plan.problem).toBeUndefined();
    const told = Object.fromEntries(
      plan.outcomes.map(({ alias, status, message }) => [
        alias,
        message ?? status,
      ]),
    );
    expect(told).toMatchObject({
      push: 'planned',
      before: 'Succeeded',
      after: 'known only after push',
      last: 'known only after after',
    });
  });
});
