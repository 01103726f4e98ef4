import { ApiServer, whereGoIs } from '../../__testUtils__/ApiServer';
import { clusterOf } from '../../__testUtils__/clusterOf';
import { eventually } from '../../__testUtils__/eventually';
import { PlayedKargo } from '../../__testUtils__/PlayedKargo';
import { shippedRules } from '../../__testUtils__/shippedRules';
import { resourceName } from '../../api/resourceKind';
import { Clusters } from '../../watch/Clusters';
import { KARGO_OUTLINE, KARGO_STATE, PROJECTS } from '../kargoKinds';
import { kargoRunner } from './kargoRunner';

jest.setTimeout(120_000);

const KINDS = [...new Set([...KARGO_OUTLINE, ...KARGO_STATE])];
const TARGET = 'test/shop';
const ADA = { ref: 'user:default/ada', ownership: [] };

whereGoIs('the role for pipelines that a Kargo runs', () => {
  let server: ApiServer;
  let kargo: PlayedKargo;
  let freight: string;
  let promotion: string;

  beforeAll(async () => {
    server = await ApiServer.start(KINDS);
    kargo = new PlayedKargo(server);
    await kargo.putShop();
    freight = await kargo.putFreight('1.0.0', 1);
    promotion = await kargo.putPromotion('dev', freight);
  });

  afterAll(() => server.close());

  const withClusters = async (
    run: (clusters: Clusters) => Promise<unknown>,
  ) => {
    const { cluster, interests } = clusterOf(server.access);
    try {
      await run(new Clusters([cluster], interests));
    } finally {
      await cluster.stop();
    }
  };
  const runs = (
    run: (runner: ReturnType<typeof kargoRunner>) => Promise<unknown>,
  ) =>
    withClusters(clusters =>
      run(kargoRunner({ clusters, moved: () => undefined })),
    );

  /** What a verb is needed for, as this module does it. */
  const ACTS: Record<string, () => Promise<unknown>> = {
    'create promotions': () =>
      runs(runner => {
        const name = 'dev.made.1111111';
        return runner.promote(TARGET, {
          stage: 'dev',
          freight,
          name,
          actor: ADA,
        });
      }),
    'patch promotions': () =>
      runs(runner => runner.abort(TARGET, { promotion, actor: ADA })),
    'patch warehouses': () =>
      runs(runner =>
        runner.refresh(TARGET, { warehouse: 'images', actor: ADA }),
      ),
    'patch freights/status': () =>
      runs(runner =>
        runner.approve(TARGET, { stage: 'prod', freight, actor: ADA }),
      ),
    ...Object.fromEntries(
      KINDS.flatMap(kind =>
        ['list', 'watch'].map(verb => [
          `${verb} ${kind.plural}`,
          () =>
            withClusters(async clusters => {
              const cluster = clusters.get('test');
              const namespace = kind === PROJECTS ? '' : 'shop';
              await eventually(
                async () => {
                  const seen = await cluster.select(kind, namespace, {});
                  if (seen.status === 'unknown') throw new Error(seen.reason);
                  // a list that is allowed is followed by a watch that is not
                  if (!cluster.watching(kind, namespace))
                    throw new Error('it is not watched yet');
                },
                error => /does not let/.test(error.message),
              );
            }),
        ]),
      ),
    ),
  };

  it.each(Object.keys(ACTS))('needs to %s, and says so', async act => {
    const [verb, resource] = act.split(' ');
    const rules = await shippedRules('kargo-beside');
    await server.allow(rules);
    await ACTS[act]();
    await server.allow(
      rules.flatMap(rule => [
        {
          ...rule,
          resources: rule.resources.filter(each => each !== resource),
        },
        {
          ...rule,
          resources: rule.resources.filter(each => each === resource),
          verbs: rule.verbs.filter(each => each !== verb),
        },
      ]),
    );
    const kind = KINDS.find(({ plural }) => plural === resource.split('/')[0])!;
    const named = resource.replace(kind.plural, resourceName(kind));
    await expect(ACTS[act]()).rejects.toThrow(
      `cluster test does not let Stevedore ${verb} ${named}`,
    );
  });

  it('has Kargo’s own verb, which only its admission asks for, and nothing that is not tried here', async () => {
    const rules = await shippedRules('kargo-beside');
    const all = rules.flatMap(({ verbs, resources }) =>
      verbs.flatMap(verb => resources.map(each => `${verb} ${each}`)),
    );
    expect(all.sort()).toEqual([...Object.keys(ACTS), 'promote stages'].sort());
  });
});
