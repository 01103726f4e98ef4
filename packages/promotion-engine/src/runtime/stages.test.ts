import { z } from 'zod';
import { GoesOn, Judged } from '../model/measured';
import { defineStep } from '../registry/step';
import { defineVerifier } from '../registry/verifier';
import { EngineWorld } from './testing/EngineWorld';
import { ada } from './testing/suite/people';
import { automatic, WEB, webStage } from './testing/web';

const done = defineStep<object, never>({
  id: 'done',
  effect: 'none',
  schema: z.looseObject({}),
  capabilities: [],
  run: async () => ({ status: 'succeeded' }),
});

const DONE = '  promotionTemplate: {spec: {steps: [{uses: done}]}}\n';

const stage = (name: string, sources: string, steps = DONE) =>
  `${webStage(name, sources)}${steps}`;

const pipeline = (auto: string[], ...stages: string[]) =>
  [WEB, automatic(auto), ...stages].join('');

describe('stages', () => {
  let world: EngineWorld;
  afterEach(() => world.close());

  async function start(manifests: string) {
    world = new EngineWorld({ manifests, steps: [done] });
    await world.boot();
    await world.define();
  }
  const here = (name: string) => world.tagsIn(name);
  const promote = (name: string, freight: string) =>
    world.promote(name, freight);

  it('without steps pass on what may enter them, through one another, and hold nothing', async () => {
    await start(
      pipeline(
        ['dev', 'prod'],
        stage('dev', 'direct: true'),
        stage('gate', 'stages: [dev]', ''),
        stage('fan', 'stages: [gate]', ''),
        stage('prod', 'stages: [fan]'),
      ),
    );
    const { name } = await world.release('1.0.0');
    expect(await here('prod')).toEqual(['1.0.0']);
    expect(await here('gate')).toEqual([]);
    const rows = await world.store.freightStages('web', [name]);
    expect(
      rows
        .filter(({ verifiedAt }) => verifiedAt)
        .map(row => row.stage)
        .sort(),
    ).toEqual(['dev', 'fan', 'gate', 'prod']);
  });

  it('without steps pass on older freight, too, when it is verified before them at last', async () => {
    await start(
      pipeline(
        ['prod'],
        stage('dev', 'direct: true'),
        stage('gate', 'stages: [dev]', ''),
        stage('prod', 'stages: [gate]'),
      ),
    );
    const old = await world.release('1.0.0');
    await world.release('1.1.0');
    expect(await here('prod')).toEqual([]);
    await promote('dev', old.name);
    expect(await here('prod')).toEqual(['1.0.0']);
  });

  it('with All wait for every stage before them', async () => {
    await start(
      pipeline(
        ['prod'],
        stage('eu', 'direct: true'),
        stage('us', 'direct: true'),
        stage('prod', 'stages: [eu, us], availabilityStrategy: All'),
      ),
    );
    const { name } = await world.release('1.0.0');
    await promote('eu', name);
    expect(await here('prod')).toEqual([]);
    await promote('us', name);
    expect(await here('prod')).toEqual(['1.0.0']);
  });

  it('that match their upstream take what it holds, not the newest that was ever verified there', async () => {
    await start(
      pipeline(
        ['prod'],
        stage('dev', 'direct: true'),
        stage(
          'prod',
          'stages: [dev], autoPromotionOptions: {selectionPolicy: MatchUpstream}',
        ),
      ),
    );
    const old = await world.release('1.0.0');
    const young = await world.release('1.1.0');
    await promote('dev', young.name);
    await promote('dev', old.name);
    expect(await here('prod')).toEqual(['1.0.0']);
  });

  it('let go of holds when nothing is promoted by itself any more', async () => {
    const stages = [stage('dev', 'direct: true')];
    await start(pipeline(['dev'], ...stages));
    const old = await world.release('1.0.0');
    await world.release('1.1.0');
    await promote('dev', old.name);
    expect((await world.store.stage('web', 'dev'))?.holds).toHaveProperty([
      'Warehouse/web',
    ]);
    await world.defineText(pipeline([], ...stages));
    expect((await world.store.stage('web', 'dev'))?.holds).toEqual({});
  });

  describe('with checks', () => {
    const checked = `---
apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata: {name: smoke, namespace: web}
spec:
  metrics:
  - {name: answers, successCondition: result.ok == true, provider: {web: {url: "http://localhost:1/", jsonPath: "{$}"}}}
${stage('dev', 'direct: true').trimEnd()}
  verification: {analysisTemplates: [{name: smoke}]}
`;
    const who = { project: 'web', stage: 'dev', actor: ada };
    let answers: { body: string }[];

    async function startChecked() {
      world = new EngineWorld({
        manifests: pipeline(['dev'], checked),
        steps: [done],
        http: {
          send: async () => ({
            status: 200,
            headers: {},
            ...(answers.shift() ?? { body: '{"ok":true}' }),
          }),
        },
      });
      await world.boot();
      await world.define();
      return world.release('1.0.0');
    }
    const verification = async () =>
      (await world.store.stage('web', 'dev'))?.verification;

    it('are verified again when somebody asks, and what was verified stays so', async () => {
      answers = [{ body: '{"ok":true}' }, { body: '{"ok":false}' }];
      const { name } = await startChecked();
      const first = await verification();
      expect(first).toMatchObject({ phase: 'Successful' });
      await world.engine.verifyAgain({ ...who, reason: 'flaky' });
      await world.queue.settle();
      expect(await verification()).toMatchObject({ phase: 'Failed' });
      expect((await verification())?.id).not.toBe(first?.id);
      const [row] = await world.store.freightStages('web', [name]);
      expect(row.verifiedAt).toBeDefined();
    });

    it('are measured with arguments from secrets, and what only looks decides nothing', async () => {
      const template = `---
apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata: {name: looks, namespace: web}
spec:
  args:
  - {name: token, valueFrom: {secretKeyRef: {name: keys, key: token}}}
  - {name: limit, value: "0"}
  dryRun: [{metricName: slow}]
  metrics:
  - name: is-slow
    failureLimit: "{{args.limit}}"
    successCondition: result.fast
    provider: {web: {url: "http://localhost:1/slow", headers: [{key: authorization, value: "Bearer {{args.token}}"}]}}
`;
      const seen: string[] = [];
      world = new EngineWorld({
        manifests: pipeline(
          ['dev'],
          template +
            checked.replace(
              'spec:\n  metrics:',
              'spec:\n  templates: [{templateName: looks}]\n  metrics:',
            ),
        ),
        steps: [done],
        secrets: { read: async () => ({ data: { token: 'very secret' } }) },
        http: {
          send: async ({ url, headers }) => {
            seen.push(`${new URL(url).pathname} ${headers.authorization}`);
            return {
              status: 200,
              headers: {},
              body: '{"ok":true,"fast":false}',
            };
          },
        },
      });
      await world.boot();
      await world.define();
      await world.release('1.0.0');
      expect(seen).toContain('/slow Bearer very secret');
      const found = await verification();
      expect(found).toMatchObject({ phase: 'Successful' });
      expect(found?.message).toContain('is-slow: failed 1 times');
      expect(found?.message).toContain('a dry run');
    });

    describe('that go on elsewhere', () => {
      const asked: string[] = [];
      const stopped: string[] = [];
      let over: Judged | undefined;
      const far = defineVerifier({
        id: 'far',
        schema: z.strictObject({}),
        measure: async (_, { id }) => {
          asked.push(id);
          return over ?? new GoesOn(5_000);
        },
        stop: async (_, { id }) => void stopped.push(id),
      });
      const manifests = pipeline(
        ['dev'],
        checked.replace(
          'provider: {web: {url: "http://localhost:1/", jsonPath: "{$}"}}',
          'provider: {far: {}}',
        ),
      );

      beforeEach(async () => {
        [asked.length, stopped.length] = [0, 0];
        over = undefined;
        world = new EngineWorld({ manifests, steps: [done], verifiers: [far] });
        await world.boot();
        await world.define();
        await world.release('1.0.0');
      });

      it('are asked for by the same name until they are over', async () => {
        expect(await verification()).toMatchObject({ phase: 'Running' });
        over = new Judged('Failed', 'the job failed');
        await world.boot();
        await world.queue.enqueue({
          kind: 'verification',
          project: 'web',
          name: 'dev',
        });
        await world.queue.settle();
        expect(await verification()).toMatchObject({
          phase: 'Failed',
          message: 'answers: failed 1 times (the job failed)',
        });
        expect(new Set(asked)).toEqual(
          new Set([`${(await verification())?.id}-0-0`]),
        );
        expect(stopped).toEqual([]);
      });

      it('are ended with the verification that somebody stops', async () => {
        await world.engine.stopVerification(who);
        expect(stopped).toEqual([`${(await verification())?.id}-0-0`]);
      });
    });

    it('cannot be stopped when it is over, nor begun while it runs', async () => {
      answers = [];
      await startChecked();
      await expect(world.engine.stopVerification(who)).rejects.toThrow(
        /is over: Successful/,
      );
      await world.engine.verifyAgain(who);
      await expect(world.engine.verifyAgain(who)).rejects.toThrow(
        /is being verified/,
      );
      await world.engine.stopVerification(who);
      await world.queue.settle();
      expect(await verification()).toMatchObject({
        phase: 'Failed',
        message: 'stopped by user:default/ada',
      });
    });
  });

  it('without checks have none to repeat', async () => {
    await start(pipeline(['dev'], stage('dev', 'direct: true')));
    const ask = (name: string) =>
      world.engine.verifyAgain({ project: 'web', stage: name, actor: ada });
    await expect(ask('dev')).rejects.toThrow(/nothing that dev holds/);
    await expect(ask('qa')).rejects.toThrow(/no stage qa/);
    await world.release('1.0.0');
    await expect(ask('dev')).rejects.toThrow(/no checks to repeat/);
  });

  it('verify the same freight again when it is promoted again', async () => {
    await start(pipeline([], stage('dev', 'direct: true')));
    const { name } = await world.release('1.0.0');
    await promote('dev', name);
    const first = (await world.store.stage('web', 'dev'))?.verification;
    await promote('dev', name);
    const row = await world.store.stage('web', 'dev');
    expect(row?.history).toHaveLength(2);
    expect(row?.verification?.finishedAt).not.toBe(first?.finishedAt);
  });
});
