import { ApiServer, whereGoIs } from '../__testUtils__/ApiServer';
import { clusterOf } from '../__testUtils__/clusterOf';
import { eventually } from '../__testUtils__/eventually';
import { shippedRules } from '../__testUtils__/shippedRules';
import { APPLICATIONS } from '../argocd/application';
import { FLUX_KINDS } from '../flux/fluxKinds';
import { WORKLOAD_KINDS } from '../workloads/workloadKinds';
import { ResourceKind, resourceName } from './resourceKind';

whereGoIs('the shipped roles', () => {
  const kinds: ResourceKind[] = [
    APPLICATIONS,
    ...Object.values(FLUX_KINDS),
    WORKLOAD_KINDS.Deployment,
  ];
  let server: ApiServer;

  beforeAll(async () => {
    server = await ApiServer.start(kinds);
  });

  afterAll(() => server.close());

  const ref = { namespace: 'shop', name: 'web' };
  /** An Application has to have it; elsewhere it is pruned. */
  const spec = { spec: { project: 'default', destination: {} } };
  const verbsOf = ({ group }: ResourceKind) =>
    group === 'apps' ? ['list', 'watch'] : ['get', 'list', 'watch', 'patch'];

  /** What a verb is needed for, as this module does it. */
  async function use(kind: ResourceKind, verb: string): Promise<void> {
    const { cluster } = clusterOf(server.access);
    const at = { ...ref, kind };
    try {
      if (verb === 'get') await cluster.api.get(at);
      else if (verb === 'patch')
        await cluster.api.patch(at, { metadata: { annotations: { a: 'b' } } });
      else {
        await cluster.see(at);
        await eventually(
          async () => {
            // a list that is allowed is followed by a watch that is not
            const sight = await cluster.see(at);
            if (sight.status === 'unknown') throw new Error(sight.reason);
            if (
              sight.status === 'found' &&
              cluster.watching(kind, ref.namespace)
            )
              return;
            throw new Error('it is not watched yet');
          },
          error => /does not let/.test(error.message),
        );
      }
    } finally {
      await cluster.stop();
    }
  }

  const cases = kinds.flatMap(kind =>
    verbsOf(kind).map(verb => [verb, resourceName(kind), kind] as const),
  );

  it.each(cases)('need %s on %s, and say so', async (verb, name, kind) => {
    const rules = await shippedRules('argocd', 'flux', 'workloads');
    await server.allow(rules);
    await server.create(kind, { metadata: ref, ...spec });
    try {
      await use(kind, verb);
      await server.allow(
        rules.map(rule => ({
          ...rule,
          verbs: rule.verbs.filter(each => each !== verb),
        })),
      );
      await expect(use(kind, verb)).rejects.toThrow(
        `cluster test does not let Stevedore ${verb} ${name}`,
      );
    } finally {
      await server.remove(kind, ref.namespace, ref.name);
    }
  });
});
