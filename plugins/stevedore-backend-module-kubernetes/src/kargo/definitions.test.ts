import { definitionSuite } from '../__testUtils__/definitionSuite';
import { StandInCluster } from '../__testUtils__/StandInCluster';

jest.setTimeout(120_000);

describe('definitions, at the edge of the protocol', () => {
  let cluster: StandInCluster;

  afterEach(() => cluster.close());

  definitionSuite(async () => {
    cluster = await StandInCluster.start();
    return cluster;
  });
});
