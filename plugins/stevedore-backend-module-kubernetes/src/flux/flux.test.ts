import { fluxSuite } from '../__testUtils__/fluxSuite';
import { rolloutSuite } from '../__testUtils__/rolloutSuite';
import { StandInCluster } from '../__testUtils__/StandInCluster';

describe('at the edge of the protocol', () => {
  let cluster: StandInCluster;

  afterEach(() => cluster.close());

  const open = async () => {
    cluster = await StandInCluster.start();
    return cluster;
  };

  describe('Flux', () => {
    fluxSuite(open);
  });
  describe('workloads', () => {
    rolloutSuite(open);
  });
});
