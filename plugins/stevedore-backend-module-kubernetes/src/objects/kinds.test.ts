import { kindsSuite } from '../__testUtils__/kindsSuite';
import { StandInCluster } from '../__testUtils__/StandInCluster';

describe('every kind, at the edge of the protocol', () => {
  let cluster: StandInCluster;

  afterEach(() => cluster.close());

  kindsSuite(async () => {
    cluster = await StandInCluster.start();
    return cluster;
  });
});
