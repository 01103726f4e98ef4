import { argocdOutageSuite } from './argocdOutageSuite';
import { argocdSourcesSuite } from './argocdSourcesSuite';
import { argocdSyncSuite } from './argocdSyncSuite';
import { TestCluster } from './TestCluster';

/** What `argocd-update` and `argocd-wait` promise, on whatever cluster. */
export function argocdSuite(open: () => Promise<TestCluster>): void {
  describe('syncs', () => {
    argocdSyncSuite(open);
  });
  describe('outages', () => {
    argocdOutageSuite(open);
  });
  describe('sources', () => {
    argocdSourcesSuite(open);
  });
}
