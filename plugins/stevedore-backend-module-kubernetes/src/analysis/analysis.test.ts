import { analysisSuite } from '../__testUtils__/analysisSuite';
import { clusterOf } from '../__testUtils__/clusterOf';
import { StandInCluster } from '../__testUtils__/StandInCluster';
import { Clusters } from '../watch/Clusters';
import { ClusterAnalysisRuns } from './ClusterAnalysisRuns';

jest.setTimeout(120_000);

describe('AnalysisRuns, at the edge of the protocol', () => {
  let cluster: StandInCluster;

  afterEach(() => cluster.close());

  analysisSuite(async () => {
    cluster = await StandInCluster.start();
    return cluster;
  });
});

describe('AnalysisRuns of clusters', () => {
  let stand: StandInCluster;
  let runs: ClusterAnalysisRuns;
  let stop: () => Promise<void>;
  const ref = { cluster: 'test', namespace: 'shop', name: 'dev.v1.c0ffee' };
  const order = {
    ...{ labels: {}, annotations: {} },
    spec: { args: [], metrics: [] },
  };

  beforeEach(async () => {
    stand = await StandInCluster.start();
    const { cluster, interests } = clusterOf(stand.access);
    const clusters = new Clusters([cluster], interests);
    runs = new ClusterAnalysisRuns({ clusters, look: async () => undefined });
    stop = () => cluster.stop();
  });
  afterEach(async () => {
    await stop();
    await stand.close();
  });

  it('are begun once, whoever asks again', async () => {
    expect(await runs.begin(ref, order)).toEqual({ status: 'begun' });
    expect(await runs.begin(ref, order)).toEqual({ status: 'begun' });
    expect(stand.api.asked.create).toBe(2);
  });

  it('are tried again where the cluster is busy, and not where it refuses', async () => {
    stand.api.next.create = [{ status: 500 }, { status: 422, message: 'no' }];
    expect(await runs.begin(ref, order)).toMatchObject({ status: 'unknown' });
    expect(await runs.begin(ref, order)).toEqual({
      ...{ status: 'refused', reason: expect.stringMatching(/: no$/) },
    });
  });

  it('are nowhere in a cluster that nobody configured', async () => {
    const elsewhere = { ...ref, cluster: 'prod' };
    const reason = expect.stringMatching(/^there is no cluster "prod"/);
    const asker = { project: 'web', stage: 'dev', now: 0 };
    const transcript = () => async () => ({ full: true, add: async () => {} });
    expect(await runs.look(elsewhere, { ...asker, transcript })).toEqual({
      ...{ status: 'refused', reason },
    });
    expect(await runs.begin(elsewhere, order)).toMatchObject({ reason });
    await expect(runs.stop(elsewhere)).rejects.toThrow('no cluster "prod"');
  });

  it('end without an error where they are gone', async () => {
    await runs.stop(ref);
    expect(stand.api.asked.patch).toBe(1);
  });
});
