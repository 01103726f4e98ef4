import { z } from 'zod';
import { defineStep } from '../registry/step';
import { EngineWorld } from './testing/EngineWorld';
import { say } from './testing/say';
import { ada } from './testing/suite/people';
import { automatic, WEB, webStage } from './testing/web';

const broken = new Set<string>();
/** Fails where a place is broken. */
const deploy = defineStep<{ to: string }, never>({
  id: 'deploy',
  effect: 'none',
  schema: z.object({ to: z.string() }),
  capabilities: [],
  run: async (_, { to }) =>
    broken.has(to)
      ? {
          status: 'failed',
          kind: 'Failed',
          message: `${to} is broken`,
          terminal: true,
        }
      : { status: 'succeeded' },
});

const target = (name: string, region: string, replicas: number) => `---
apiVersion: kargo.akuity.io/v1alpha1
kind: Target
metadata: {name: ${name}, namespace: web, labels: {tier: prod, region: ${region}}}
spec: {params: {replicas: ${replicas}, hosts: [${name}.example.com]}}
`;

const SAYS = '  promotionTemplate: {spec: {steps: [{uses: say}]}}\n';

function pipeline(auto: string[], soak = ''): string {
  return `${WEB}${automatic(auto)}${target('eu', 'europe', 3)}${target(
    'us',
    'america',
    5,
  )}---
apiVersion: kargo.akuity.io/v1alpha1
kind: Target
metadata: {name: lab, namespace: web, labels: {tier: test}}
${webStage('prod')}  targets: {selectors: [{matchLabels: {tier: prod}}]}
  vars: [{name: region, value: "\${{ target.labels.region }}"}]
  promotionTemplate:
    spec:
      steps:
      - {uses: deploy, config: {to: "\${{ vars.region }}"}}
      - uses: say
        as: said
        config:
          stage: "\${{ ctx.stage }}"
          replicas: "\${{ target.params.replicas }}"
          host: "\${{ target.params.hosts[0] }}"
${webStage('done', `stages: [prod]${soak}`)}${SAYS}`;
}

describe('a stage with targets', () => {
  let world: EngineWorld;
  afterEach(async () => {
    broken.clear();
    await world.close();
  });

  async function start(manifests: string) {
    world = new EngineWorld({ manifests, steps: [say, deploy] });
    await world.boot();
    await world.define();
  }
  const here = (stage: string) => world.tagsIn(stage);
  const promote = (stage: string, freight: string) =>
    world.promote(stage, freight);

  it('promotes to each of them by itself, with what the target gives, under the name that Kargo makes', async () => {
    await start(pipeline(['prod']));
    await world.release('1.0.0');
    expect(await here('prod.eu')).toEqual(['1.0.0']);
    expect(await here('prod.us')).toEqual(['1.0.0']);
    const outputs = await Promise.all(
      ['prod.eu', 'prod.us'].map(async stage => {
        const row = await world.store.stage('web', stage);
        const name = row!.lastPromotion!.name;
        expect(name).toMatch(
          new RegExp(`^${stage}\\.[0-9a-z]{26}\\.[0-9a-f]{7}$`),
        );
        const steps = await world.store.steps('web', name);
        return steps.find(({ alias }) => alias === 'said')?.output;
      }),
    );
    expect(outputs).toEqual([
      { stage: 'prod', replicas: 3, host: 'eu.example.com' },
      { stage: 'prod', replicas: 5, host: 'us.example.com' },
    ]);
  });

  it('counts as verified once every target is, and the one that failed is tried again by itself', async () => {
    broken.add('america');
    await start(pipeline(['prod', 'done']));
    const { name } = await world.release('1.0.0');
    expect(await here('prod.eu')).toEqual(['1.0.0']);
    expect(await here('prod.us')).toEqual([]);
    const failed = (await world.store.stage('web', 'prod.us'))!.lastPromotion!;
    expect(failed.phase).toBe('Failed');
    expect(await here('done')).toEqual([]);
    const rows = await world.store.freightStages('web', [name]);
    expect(rows.find(({ stage }) => stage === 'prod')?.verifiedAt).toBe(
      undefined,
    );

    broken.clear();
    await world.engine.retry({
      project: 'web',
      promotion: failed.name,
      actor: ada,
    });
    await world.queue.settle();
    expect(await here('prod.us')).toEqual(['1.0.0']);
    expect(await here('done')).toEqual(['1.0.0']);
    expect(await here('prod')).toEqual([]);
  });

  it('is asked for one target at a time, and says which there are', async () => {
    await start(pipeline([]));
    const { name } = await world.release('1.0.0');
    await expect(promote('prod', name)).rejects.toThrow(
      'prod is promoted by its targets: prod.eu, prod.us',
    );
    const { phase, stage, target: of } = await promote('prod.us', name);
    expect([phase, stage, of?.stage, of?.name]).toEqual([
      'Succeeded',
      'prod.us',
      'prod',
      'us',
    ]);
    expect(await here('prod.eu')).toEqual([]);
  });

  it('lets freight soak in all of them', async () => {
    await start(pipeline(['prod', 'done'], ', requiredSoakTime: 1h'));
    await world.release('1.0.0');
    expect(await here('done')).toEqual([]);
    const stages = (
      await world.engine.gates({
        project: 'web',
        stage: 'done',
        freight: (
          await world.store.freightPage('web', { limit: 1 })
        ).items[0].name,
      })
    ).first;
    expect(stages?.sentence).toContain('prod.eu and prod.us');
  });

  it('is waived and held for all of its targets at once', async () => {
    const prodAfterQa = pipeline(['prod']).replace(
      '{direct: true}',
      '{stages: [qa]}',
    );
    await start(`${prodAfterQa}${webStage('qa')}${SAYS}`);
    const prod = {
      project: 'web',
      stage: 'prod',
      actor: ada,
      reason: 'urgent',
    };
    await world.engine.hold({ ...prod, origin: 'Warehouse/web' });
    const { name } = await world.release('1.0.0');
    await world.engine.waive({ ...prod, freight: name });
    await world.queue.settle();
    expect(await here('prod.eu')).toEqual([]);
    await world.engine.resume({ ...prod, origin: 'Warehouse/web' });
    await world.queue.settle();
    expect(await here('prod.eu')).toEqual(['1.0.0']);
    expect(await here('prod.us')).toEqual(['1.0.0']);
    await expect(
      world.engine.waive({ ...prod, freight: name }),
    ).rejects.toThrow('let it past verification for prod.eu already');
  });

  it('is asked for all targets at once, and again only where it is missing', async () => {
    broken.add('america');
    await start(pipeline([]));
    const { name } = await world.release('1.0.0');
    const ask = { project: 'web', freight: name, actor: ada };
    const first = await world.engine.requestTargets({ ...ask, stage: 'prod' });
    expect(first.map(each => [each.target, each.promotion?.stage])).toEqual([
      ['eu', 'prod.eu'],
      ['us', 'prod.us'],
    ]);
    await world.queue.settle();

    broken.clear();
    const [there, anew] = await world.engine.requestTargets({
      ...ask,
      stage: 'prod',
    });
    expect([there.target, there.why, there.promotion]).toEqual([
      'eu',
      'it is there',
      undefined,
    ]);
    await world.queue.settle();
    expect((await world.promotion(anew.promotion!.name)).phase).toBe(
      'Succeeded',
    );
    await expect(
      world.engine.requestTargets({ ...ask, stage: 'prod' }),
    ).rejects.toThrow('eu: it is there');
    await expect(
      world.engine.requestTargets({ ...ask, stage: 'prod', targets: ['lab'] }),
    ).rejects.toThrow('prod has no target lab; its targets are eu, us');
    await expect(
      world.engine.requestTargets({ ...ask, stage: 'done' }),
    ).rejects.toThrow('done has no targets');
  });
});
