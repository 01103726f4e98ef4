import { rolloutsSuite } from '../__testUtils__/rolloutsSuite';
import { StandInCluster } from '../__testUtils__/StandInCluster';

describe('Rollouts, at the edge of the protocol', () => {
  let cluster: StandInCluster;

  afterEach(() => cluster.close());

  rolloutsSuite(async () => {
    cluster = await StandInCluster.start();
    return cluster;
  });
});
