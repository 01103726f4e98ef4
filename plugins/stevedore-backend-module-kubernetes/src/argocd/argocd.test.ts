import { argocdSuite } from '../__testUtils__/argocdSuite';
import { StandInCluster } from '../__testUtils__/StandInCluster';

describe('Argo CD, at the edge of the protocol', () => {
  let cluster: StandInCluster;

  afterEach(() => cluster.close());

  argocdSuite(async () => {
    cluster = await StandInCluster.start();
    return cluster;
  });
});
