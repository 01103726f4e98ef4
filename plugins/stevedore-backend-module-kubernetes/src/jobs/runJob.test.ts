import { JOB_NAMESPACE, jobsSuite } from '../__testUtils__/jobsSuite';
import { PromotionWorld } from '../__testUtils__/PromotionWorld';
import { StandInCluster } from '../__testUtils__/StandInCluster';

jest.setTimeout(120_000);

describe('run-job, at the edge of the protocol', () => {
  let cluster: StandInCluster;

  const open = async () => {
    cluster = await StandInCluster.start();
    return cluster;
  };
  afterEach(() => cluster.close());

  jobsSuite(open);
});

it('refuses a time that is none', async () => {
  const cluster = await StandInCluster.start();
  const world = await PromotionWorld.start(cluster, {
    stages: ['dev'],
    auto: ['dev'],
    jobs: { cluster: 'test', namespace: JOB_NAMESPACE },
    more: ['{uses: run-job, config: {image: a, timeout: soon}}'],
  });
  try {
    await world.engine.release('1.0.0');
    const { message } = await world.ended('dev', 'Failed');
    expect(message).toContain('timeout is "soon", no duration such as 90s');
  } finally {
    await world.close();
    await cluster.close();
  }
});
