import { besideSuite } from '../../__testUtils__/besideSuite';
import { StandInCluster } from '../../__testUtils__/StandInCluster';

jest.setTimeout(120_000);

describe('a pipeline that a Kargo runs, at the edge of the protocol', () => {
  let cluster: StandInCluster;

  afterEach(() => cluster.close());

  besideSuite(async () => {
    cluster = await StandInCluster.start();
    return cluster;
  });
});
