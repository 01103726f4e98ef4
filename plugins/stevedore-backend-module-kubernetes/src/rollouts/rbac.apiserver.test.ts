import {
  createRolloutActs,
  createValueMasker,
  Definitions,
  RolloutAct,
  RolloutActs,
  systemClock,
} from '@stevedore/promotion-engine';
import { MemoryStore } from '@stevedore/promotion-engine/testing';
import { ApiServer, PolicyRule, whereGoIs } from '../__testUtils__/ApiServer';
import { clusterOf } from '../__testUtils__/clusterOf';
import { eventually } from '../__testUtils__/eventually';
import { shippedRules } from '../__testUtils__/shippedRules';
import { Clusters } from '../watch/Clusters';
import { REPLICA_SETS, ROLLOUTS } from './rollout';
import { Rollouts } from './Rollouts';

whereGoIs('the shipped role for Rollouts', () => {
  const at = { project: 'web', stage: 'prod' };
  const ref = { namespace: 'shop', name: 'web' };
  const actor = { ref: 'user:default/ada', ownership: [] };
  let server: ApiServer;
  let acts: RolloutActs;
  let clusters: Clusters;

  beforeAll(async () => {
    server = await ApiServer.start([ROLLOUTS, REPLICA_SETS]);
    await server.create(ROLLOUTS, {
      metadata: {
        ...ref,
        annotations: { 'stevedore.dev/authorized-stage': 'web:prod' },
      },
      ...{
        spec: {
          template: { spec: { containers: [{ image: 'acme/web:2' }] } },
          strategy: { canary: { steps: [{ pause: {} }] } },
        },
      },
    });
    await server.report(ROLLOUTS, ref, {
      ...{ observedGeneration: '1', phase: 'Progressing' },
      ...{ currentPodHash: '2', stableRS: '1', currentStepIndex: 0 },
    });
  });

  afterEach(() => clusters.stop());

  afterAll(() => server.close());

  /** A backend that begins with these rights. */
  async function begin(rules: PolicyRule[]): Promise<void> {
    await server.allow(rules);
    const { cluster, interests } = clusterOf(server.access);
    clusters = new Clusters([cluster], interests);
    acts = createRolloutActs({
      rollouts: new Rollouts(clusters),
      store: new MemoryStore(systemClock),
      clock: systemClock,
      events: { publish: () => undefined },
      masker: createValueMasker(),
      grants: { refusal: async ({ url }) => `${url}: no` },
      definitions: {
        load: async () => ({
          project: { stages: [{ name: 'prod', rollouts: [ref] }] },
          entityRef: 'component:default/web',
        }),
      } as unknown as Definitions,
    });
  }

  async function without(resource: string, verb: string): Promise<void> {
    const rules = await shippedRules('rollouts');
    await begin(
      rules.map(rule =>
        rule.resources.includes(resource)
          ? { ...rule, verbs: rule.verbs.filter(each => each !== verb) }
          : rule,
      ),
    );
  }

  const read = async () => (await acts.read(at))[0];
  async function act(what: RolloutAct): Promise<void> {
    const { ref: rollout, state } = await read();
    await acts.act({ ...at, rollout, act: what, seen: state!.seen, actor });
  }

  it('is enough to see and to steer', async () => {
    await begin(await shippedRules('rollouts'));
    expect(await read()).toMatchObject({ phase: 'Progressing' });
    expect((await read()).state!.imagesUnknown).toBeUndefined();
    await act('abort');
    await eventually(async () =>
      expect((await read()).state!.aborted).toBe(true),
    );
    await act('retry');
  });

  it.each(['list', 'watch'])('needs %s to see, and says so', async verb => {
    await without('rollouts', verb);
    await eventually(async () =>
      expect(await read()).toMatchObject({
        phase: 'Unknown',
        message: expect.stringContaining(
          `does not let Stevedore ${verb} rollouts.argoproj.io`,
        ),
      }),
    );
  });

  it.each<[RolloutAct, string, string]>([
    ['abort', 'rollouts', 'get'],
    ['pause', 'rollouts', 'patch'],
    ['abort', 'rollouts/status', 'patch'],
  ])('needs for %s on %s to %s, and says so', async (what, resource, verb) => {
    await without(resource, verb);
    const [name, part] = resource.split('/');
    const whole = [`${name}.argoproj.io`, part].filter(Boolean).join('/');
    await expect(act(what)).rejects.toThrow(
      new RegExp(
        `does not let Stevedore ${verb} ${whole} "web".*add the verb ${verb} on ${whole} to its role`,
      ),
    );
  });

  it('needs list on replicasets for the images of what is stable, and does without', async () => {
    await without('replicasets', 'list');
    const { state, phase } = await read();
    expect(phase).toBe('Progressing');
    expect(state!.imagesUnknown).toContain(
      'does not let Stevedore list replicasets.apps',
    );
    expect(state!.next!.images).toEqual(['acme/web:2']);
  });
});
