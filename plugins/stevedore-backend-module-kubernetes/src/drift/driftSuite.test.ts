import { driftSuite } from '../__testUtils__/driftSuite';
import { StandInCluster } from '../__testUtils__/StandInCluster';

describe('what runs, at the edge of the protocol', () => {
  let cluster: StandInCluster;

  afterEach(() => cluster.close());

  driftSuite(async () => {
    cluster = await StandInCluster.start();
    return cluster;
  });
});
