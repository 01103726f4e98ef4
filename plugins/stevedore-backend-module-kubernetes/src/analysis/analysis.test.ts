import { analysisSuite } from '../__testUtils__/analysisSuite';
import { StandInCluster } from '../__testUtils__/StandInCluster';

jest.setTimeout(120_000);

describe('AnalysisRuns, at the edge of the protocol', () => {
  let cluster: StandInCluster;

  afterEach(() => cluster.close());

  analysisSuite(async () => {
    cluster = await StandInCluster.start();
    return cluster;
  });
});
