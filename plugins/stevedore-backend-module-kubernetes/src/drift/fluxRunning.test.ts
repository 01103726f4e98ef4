import { viewOf } from '../__testUtils__/viewOf';
import { FLUX_KINDS, FluxKind, FluxObject } from '../flux/fluxKinds';
import { WORKLOAD_KINDS } from '../workloads/workloadKinds';
import { fluxRuns } from './fluxRunning';

const revision = `main@sha1:${'a'.repeat(40)}`;
const { Deployment, StatefulSet } = WORKLOAD_KINDS;
const { HelmRelease, Kustomization } = FLUX_KINDS;

const object = (
  status: FluxObject['status'],
  spec?: FluxObject['spec'],
): FluxObject => ({
  metadata: { name: 'web', namespace: 'flux' },
  ...{ spec, status },
});
const released = { chartName: 'web', chartVersion: '2.0.0' };
const of2 = [{ chart: 'web', revision: '2.0.0' }];

describe('what Flux says that it applied', () => {
  it.each<[string, FluxKind, FluxObject, object]>([
    [
      'what a Kustomization applied last, be it ready or not',
      'Kustomization',
      object({ lastAppliedRevision: revision }, { suspend: true }),
      { images: [], revisions: [{ revision }], within: [] },
    ],
    [
      'nothing of a Kustomization that applied nothing',
      'Kustomization',
      object({}),
      { reason: 'has applied nothing yet' },
    ],
    [
      'the chart of the newest release',
      'HelmRelease',
      object({ history: [released, { ...released, chartVersion: '1.0.0' }] }),
      { images: [], revisions: of2, within: [] },
    ],
    [
      'the chart that a release asks for, where it does not say which it has',
      'HelmRelease',
      object(
        { history: [{ chartVersion: '2.0.0' }] },
        { chart: { spec: { chart: 'web' } } },
      ),
      { images: [], revisions: of2, within: [] },
    ],
    [
      'nothing of a HelmRelease without a release',
      'HelmRelease',
      object({ history: [] }),
      { reason: 'has released nothing yet' },
    ],
    [
      'nothing that runs of a source',
      'GitRepository',
      object({ artifact: { revision } }),
      { images: [], revisions: [] },
    ],
    [
      'nothing of the workloads of another cluster',
      'Kustomization',
      object({ lastAppliedRevision: revision }, { kubeConfig: {} }),
      {
        images: [],
        revisions: [{ revision }],
        within: [
          {
            what: 'Kustomization "web" in namespace "flux"',
            status: 'unseen',
            about: ['image'],
            reason:
              'Kustomization "web" in namespace "flux" deploys into the cluster of its kubeConfig, which is not read',
          },
        ],
      },
    ],
  ])('%s', (_, kind, what, said) => {
    expect(fluxRuns(what, FLUX_KINDS[kind], viewOf([]))).toEqual(said);
  });
});

describe('the images of what Flux applied', () => {
  const workload = (name: string, image: string, labelled = {}) => ({
    metadata: { ...{ name, namespace: 'shop', generation: 1 }, ...labelled },
    spec: { replicas: 1, template: { spec: { containers: [{ image }] } } },
    status: {
      ...{ observedGeneration: 1, replicas: 1, updatedReplicas: 1 },
      availableReplicas: 1,
    },
  });
  const web = { kind: Deployment, object: workload('web', 'acme/web:1') };
  const db = { kind: StatefulSet, object: workload('db', 'acme/db:1') };
  const within = (
    kind: FluxKind,
    what: FluxObject,
    ...view: Parameters<typeof viewOf>
  ) => {
    const said = fluxRuns(what, FLUX_KINDS[kind], viewOf(...view));
    return 'within' in said && said.within;
  };
  const seen = (what: string, ...images: string[]) => ({
    ...{ what: `${what} in namespace "shop"`, status: 'seen' },
    ...{ images, revisions: [] },
  });
  const applied = (...ids: string[]) =>
    object({
      lastAppliedRevision: revision,
      inventory: { entries: ids.map(id => ({ id, v: 'v1' })) },
    });

  it('are those of the workloads in its inventory', () => {
    const what = applied(
      'shop_web_apps_Deployment',
      '_shop__Namespace',
      'shop_a__b_rbac.authorization.k8s.io_Role',
      'shop_web__Service',
      'shop_db_apps_StatefulSet',
      'shop_gone_apps_DaemonSet',
    );
    expect(within('Kustomization', what, [web, db])).toEqual([
      seen('Deployment "web"', 'acme/web:1'),
      seen('StatefulSet "db"', 'acme/db:1'),
      {
        what: 'DaemonSet "gone" in namespace "shop"',
        status: 'unseen',
        about: ['image'],
        reason: 'DaemonSet "gone" in namespace "shop" is not there',
      },
    ]);
  });

  it('are not known where a workload cannot be seen', () => {
    const what = applied('shop_web_apps_Deployment');
    const hidden = { Deployment: { reason: 'no right' } };
    expect(within('Kustomization', what, [web], hidden)).toMatchObject([
      {
        status: 'unseen',
        about: ['image'],
        reason: 'Deployment "web" in namespace "shop" cannot be seen: no right',
      },
    ]);
  });

  it('are those of releases in it, too, with their charts', () => {
    const release = {
      ...object({
        history: [released],
        inventory: { entries: [{ id: 'shop_db_apps_StatefulSet' }] },
      }),
      metadata: { name: 'db', namespace: 'shop' },
    };
    const what = applied('shop_db_helm.toolkit.fluxcd.io_HelmRelease');
    const there = [{ kind: HelmRelease, object: release }, db];
    expect(within('Kustomization', what, there)).toEqual([
      { ...seen('HelmRelease "db"'), revisions: of2 },
      seen('StatefulSet "db"', 'acme/db:1'),
    ]);
    expect(within('Kustomization', what, [])).toMatchObject([
      { status: 'unseen', about: ['image', 'chart'] },
    ]);
  });

  describe('of a release without inventory', () => {
    const release = object({
      history: [{ ...released, name: 'shop-web', namespace: 'shop' }],
    });
    const flux = (name: string, namespace = 'flux') => ({
      labels: {
        'app.kubernetes.io/managed-by': 'Helm',
        'helm.toolkit.fluxcd.io/name': name,
        'helm.toolkit.fluxcd.io/namespace': namespace,
      },
    });
    const helm = (name: string, namespace = 'shop') => ({
      labels: { 'app.kubernetes.io/managed-by': 'Helm' },
      annotations: {
        'meta.helm.sh/release-name': name,
        'meta.helm.sh/release-namespace': namespace,
      },
    });
    const named = (name: string, labelled = {}) => ({
      kind: Deployment,
      object: workload(name, `acme/${name}:1`, labelled),
    });

    it('are those of the workloads that bear its labels', () => {
      const there = [
        named('a', flux('web')),
        named('b', helm('shop-web')),
        named('other', flux('api')),
        named('elsewhere', flux('web', 'other')),
        // what says whose it is need not be asked of Helm
        named('both', { ...helm('shop-web'), ...flux('api') }),
        named('c', helm('web')),
        named('d', helm('shop-web', 'other')),
        named('e', { annotations: helm('shop-web').annotations }),
        named('f'),
      ];
      expect(within('HelmRelease', release, there)).toEqual([
        seen('Deployment "a"', 'acme/a:1'),
        seen('Deployment "b"', 'acme/b:1'),
      ]);
    });

    it('are not known where a kind cannot be seen, but where there is none of it', () => {
      const there = [named('a', flux('web'))];
      const hidden = {
        Rollout: { reason: 'not served', unserved: true },
        StatefulSet: { reason: 'no right' },
      };
      expect(within('HelmRelease', release, there, hidden)).toEqual([
        seen('Deployment "a"', 'acme/a:1'),
        {
          what: 'HelmRelease "web" in namespace "flux"',
          status: 'unseen',
          about: ['image'],
          reason:
            'workloads of HelmRelease "web" in namespace "flux" cannot be seen: no right',
        },
      ]);
    });

    it('rest on every workload of its namespace', () => {
      const view = viewOf([]);
      fluxRuns(release, HelmRelease, view);
      expect([...view.topics]).toEqual([
        'Deployment/shop',
        'StatefulSet/shop',
        'DaemonSet/shop',
        'Rollout/shop',
      ]);
    });
  });

  it('rest on what is in the inventory, and nothing else', () => {
    const view = viewOf([]);
    const what = applied(
      'shop_web_argoproj.io_Rollout',
      'shop_api_helm.toolkit.fluxcd.io_HelmRelease',
    );
    fluxRuns(what, Kustomization, view);
    expect([...view.topics]).toEqual([
      'Rollout/shop/web',
      'HelmRelease/shop/api',
    ]);
  });
});
