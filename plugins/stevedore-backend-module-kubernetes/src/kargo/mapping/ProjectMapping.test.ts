import { clusterOf } from '../../__testUtils__/clusterOf';
import { eventually } from '../../__testUtils__/eventually';
import { StandInCluster } from '../../__testUtils__/StandInCluster';
import { Clusters } from '../../watch/Clusters';
import { NAMESPACES, PROJECTS } from '../kargoKinds';
import { ProjectRule } from './mapProject';
import { ProjectMapping } from './ProjectMapping';

const RULES: ProjectRule[] = [
  {
    cluster: 'test',
    mode: 'beside',
    match: 'live-*',
    label: 'component',
    entity: '{label}',
  },
  {
    cluster: 'test',
    mode: 'definitions',
    match: 'shop',
    entity: 'component:default/{project}',
  },
];

describe('projects that rules map to entities', () => {
  let cluster: StandInCluster;
  let made: ReturnType<typeof clusterOf>;
  let mapping: ProjectMapping;
  let warned: string[];

  beforeEach(async () => {
    cluster = await StandInCluster.start();
    made = clusterOf(cluster.access);
    warned = [];
    mapping = new ProjectMapping({
      clusters: new Clusters([made.cluster], made.interests),
      rules: RULES,
      warn: sentence => warned.push(sentence),
    });
  });

  afterEach(async () => {
    await made.cluster.stop();
    await cluster.close();
  });

  const put = async (name: string, labels?: Record<string, string>) => {
    await cluster.create(NAMESPACES, { metadata: { name, labels } });
    await cluster.create(PROJECTS, { metadata: { name } });
  };

  it('are those of each mode, and one that belongs to nobody is told once', async () => {
    await put('shop');
    await put('live-1', { component: 'web' });
    await put('live-2');
    expect(await mapping.of('beside')).toEqual([
      { entityRef: 'component:default/web', target: 'test/live-1' },
    ]);
    expect(await mapping.of('definitions')).toEqual([
      { entityRef: 'component:default/shop', target: 'test/shop' },
    ]);
    expect(warned).toEqual([
      expect.stringContaining('Kargo project test/live-2 belongs to no entity'),
    ]);
    expect(await mapping.unmapped()).toEqual({
      targets: [
        {
          target: 'test/live-2',
          reason: 'no rule of stevedore.kubernetes.kargo.projects is about it',
          cure: 'Add a rule there. Or give a component the annotation stevedore.dev/kargo: test/live-2, and the Project stevedore.dev/entity with that component.',
        },
      ],
      unseen: [],
    });
    const web = { entityRef: 'component:default/web', target: 'test/live-1' };
    expect(await mapping.maps('beside', web)).toBe(true);
    expect(await mapping.maps('definitions', web)).toBe(false);
  });

  it('are told when a new one comes', async () => {
    const changed = jest.fn();
    mapping.onChange = changed;
    expect(await mapping.of('definitions')).toEqual([]);
    await put('shop');
    await eventually(() =>
      expect(changed).toHaveBeenCalledWith(
        expect.objectContaining({ mode: 'definitions', target: 'test/shop' }),
      ),
    );
  });

  it('stay what they were while the cluster is away, and are not known before it was seen', async () => {
    await put('shop');
    await cluster.away();
    expect(await mapping.of('definitions')).toBeUndefined();
    await cluster.back();
    const shop = [{ entityRef: 'component:default/shop', target: 'test/shop' }];
    await eventually(async () =>
      expect(await mapping.of('definitions')).toEqual(shop),
    );
    await cluster.away();
    await eventually(async () =>
      expect((await made.cluster.select(PROJECTS, '', {})).status).toBe(
        'unknown',
      ),
    );
    expect(await mapping.of('definitions')).toEqual(shop);
    expect(await mapping.unmapped()).toEqual({ targets: [], unseen: ['test'] });
  });
});
