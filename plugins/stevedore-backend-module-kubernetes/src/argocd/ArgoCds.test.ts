import { clusterOf } from '../__testUtils__/clusterOf';
import { eventually } from '../__testUtils__/eventually';
import { StandInCluster } from '../__testUtils__/StandInCluster';
import { KubernetesObject } from '../api/resourceKind';
import { ArgoCdConfig } from '../config/readKubernetesConfig';
import { Clusters } from '../watch/Clusters';
import { Interests } from '../watch/Interests';
import { APPLICATIONS } from './application';
import { ArgoCds } from './ArgoCds';

const asker = (refusal?: string) => ({
  promotion: { name: 'p', project: 'shop', stage: 'prod' },
  refusal: jest.fn(async () => refusal),
});

const app = (name: string, stages?: string, labels = {}): KubernetesObject => ({
  metadata: {
    ...{ name, namespace: 'argocd', labels },
    annotations: stages ? { 'kargo.akuity.io/authorized-stage': stages } : {},
  },
});

describe('several Argo CDs', () => {
  const standIns: Record<string, StandInCluster> = {};
  let clusters: Clusters;

  beforeEach(async () => {
    const interests = new Interests();
    for (const name of ['eu', 'us'])
      standIns[name] = await StandInCluster.start();
    clusters = new Clusters(
      Object.entries(standIns).map(
        ([name, { access }]) => clusterOf(access, { name, interests }).cluster,
      ),
      interests,
    );
  });

  afterEach(async () => {
    await clusters.stop();
    await Promise.all(Object.values(standIns).map(each => each.close()));
  });

  const both = (eu = {}, us = {}): ArgoCdConfig[] => [
    { cluster: 'eu', namespace: 'argocd', ...eu },
    { cluster: 'us', namespace: 'argocd', ...us },
  ];
  const find = (
    argocds: ArgoCdConfig[],
    wanted = {},
    who = asker('shop may not write it'),
  ) =>
    new ArgoCds(clusters, argocds).find(who, 'write', {
      name: 'web',
      ...wanted,
    });
  const place = (at: string, ...apps: ReturnType<typeof app>[]) =>
    Promise.all(apps.map(each => standIns[at].create(APPLICATIONS, each)));

  it('finds an Application in whichever has it for the stage', async () => {
    await place('us', app('web', 'shop:dev, shop:prod'));
    const links = { url: 'https://us' };
    expect(await find(both({}, links))).toMatchObject({
      status: 'found',
      applications: [
        {
          cluster: { name: 'us' },
          link: { url: 'https://us/applications/argocd/web' },
        },
      ],
    });
  });

  it('asks which is meant where two have it, and keeps to what is for the stage', async () => {
    await place('eu', app('web', 'shop:prod'));
    await place('us', app('web', 'shop:prod'));
    expect(await find(both())).toMatchObject({
      status: 'refused',
      reason: expect.stringContaining('is in eu and us'),
    });
    const stages = { stages: ['*:dev'] };
    expect(await find(both({}, stages))).toMatchObject({
      applications: [{ cluster: { name: 'eu' } }],
    });
    expect(await find(both(stages, stages))).toMatchObject({
      reason: expect.stringContaining('no Argo CD is for stage prod of shop'),
    });
  });

  it.each([undefined, 'shop:dev', 'other:prod', 'shop:*', 'shop:production'])(
    'refuses what names the stage not (%s), and says what to add',
    async stages => {
      await place('eu', app('web', stages));
      expect(await find(both())).toEqual({
        status: 'refused',
        reason:
          'shop may not write it, or the annotation kargo.akuity.io/authorized-stage: "shop:prod" to it',
      });
    },
  );

  it('takes what the platform grants', async () => {
    await place('eu', app('web'));
    const granted = asker();
    expect(await find(both(), {}, granted)).toMatchObject({ status: 'found' });
    expect(granted.refusal).toHaveBeenCalledWith({
      kind: 'kubernetes',
      url: 'kubernetes://eu/argocd/applications.argoproj.io/web',
      access: 'write',
    });
  });

  it('leaves out of a selection what is not for the stage, unless that is all', async () => {
    const selector = { matchLabels: { team: 'a' } };
    const labels = { team: 'a' };
    await place('eu', app('x', undefined, labels));
    const none = await find(both(), { name: undefined, selector });
    expect(none.status).toBe('refused');
    await place('eu', app('y', 'shop:prod', labels));
    await place('us', app('z', 'shop:prod', labels), app('w', 'shop:prod'));
    const argocds = new ArgoCds(clusters, both());
    const names = async () => {
      const found = await argocds.find(asker('no'), 'write', { selector });
      return 'applications' in found
        ? found.applications.map(({ ref }) => ref.name)
        : found.status;
    };
    await eventually(async () => expect(await names()).toEqual(['y', 'z']));
  });

  it('takes a part of a selection never for all of it', async () => {
    await place('eu', app('web', 'shop:prod'));
    await standIns.us.away();
    expect(await find(both())).toMatchObject({ status: 'found' });
    const selector = { matchLabels: {} };
    expect(await find(both(), { name: undefined, selector })).toMatchObject({
      status: 'unknown',
      reason: expect.stringContaining('cluster us cannot be seen'),
    });
  });

  it('says what is missing where', async () => {
    expect(await find(both())).toEqual({
      status: 'refused',
      reason: 'there is no Application "web" in namespace "argocd"',
    });
  });
});
