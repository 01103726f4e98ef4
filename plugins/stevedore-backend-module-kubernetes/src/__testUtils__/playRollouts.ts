import { readFile } from 'node:fs/promises';
import { KubernetesClient, Rollouts } from '@stevedore/demo';
import { TestCluster } from './TestCluster';

/** The controller of Argo Rollouts, as the demo plays it, in a hurry. */
export async function playRollouts(cluster: TestCluster): Promise<Rollouts> {
  const { url, token = '', caFile } = cluster.controllers;
  const authority = caFile && (await readFile(caFile, 'utf8'));
  const client = new KubernetesClient({ url, token, authority });
  const rollouts = new Rollouts({ client, stepMilliseconds: 0 });
  await rollouts.start();
  return rollouts;
}
