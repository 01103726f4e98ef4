import { rolloutHealthSuite } from '../__testUtils__/rolloutHealthSuite';
import { rolloutsSuite } from '../__testUtils__/rolloutsSuite';
import { StandInCluster } from '../__testUtils__/StandInCluster';

describe('Rollouts, at the edge of the protocol', () => {
  let cluster: StandInCluster;

  afterEach(() => cluster.close());

  const open = async () => {
    cluster = await StandInCluster.start();
    return cluster;
  };

  rolloutsSuite(open);
  rolloutHealthSuite(open);
});
