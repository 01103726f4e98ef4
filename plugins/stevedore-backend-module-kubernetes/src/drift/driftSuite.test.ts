import { driftSuite } from '../__testUtils__/driftSuite';
import { fluxDriftSuite } from '../__testUtils__/fluxDriftSuite';
import { StandInCluster } from '../__testUtils__/StandInCluster';

jest.setTimeout(120_000);

describe('what runs, at the edge of the protocol', () => {
  let cluster: StandInCluster;

  afterEach(() => cluster.close());

  const open = async () => {
    cluster = await StandInCluster.start();
    return cluster;
  };

  describe('by itself or by Argo CD', () => {
    driftSuite(open);
  });
  describe('by Flux', () => {
    fluxDriftSuite(open);
  });
});
