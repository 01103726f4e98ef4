import { Cluster, startCluster } from '../cluster/startCluster';
import { GitServer, startGitServer } from '../git/startGitServer';
import { DemoKubernetes, startKubernetes } from '../kubernetes/startKubernetes';
import { Registry, startRegistry } from '../registry/startRegistry';
import { addressOf } from './addresses';
import { DemoWorld } from './buildConfig';
import { Cleanup } from './Cleanup';
import { GITOPS } from './components';
import { seedGitops, seedRegistry } from './seed';
import { seedSource } from './source';

const hostname = 'localhost';

/** Starts what Backstage works on: registry, Git server and cluster; and a Kubernetes API where it is wanted. */
export async function startWorld(
  world: DemoWorld,
  cleanup: Cleanup,
): Promise<DemoKubernetes | undefined> {
  await seedSource(world);
  const registry = await startDemoRegistry(world);
  cleanup.add(() => registry.stop());
  await seedGitops(world);
  // Filled after the Git server runs, which the cluster needs to come up.
  const followers: Pick<Cluster, 'refresh'>[] = [];
  const git = await startDemoGit(world, () => {
    for (const each of followers) each.refresh().catch(() => {});
  });
  cleanup.add(() => git.stop());
  const cluster = await startDemoCluster(world);
  cleanup.add(() => cluster.stop());
  followers.push(cluster);
  const { kubernetes: program } = world;
  if (!program) return undefined;
  const kubernetes = await startKubernetes(
    { ...world, kubernetes: program },
    cleanup,
  );
  followers.push(kubernetes);
  return kubernetes;
}

async function startDemoRegistry(world: DemoWorld): Promise<Registry> {
  const { layout, ports, credentials } = world;
  const registry = await startRegistry({
    directory: layout.registry,
    notify: [
      {
        url: `${addressOf(ports.portal)}/api/stevedore/webhooks/registry`,
        headers: { Authorization: `Bearer ${credentials.webhook}` },
      },
    ],
    port: ports.registry,
    hostname,
  });
  await seedRegistry(registry, world);
  return registry;
}

function startDemoGit(
  { layout, ports, credentials }: DemoWorld,
  onPush: () => void,
): Promise<GitServer> {
  return startGitServer({
    root: layout.git,
    port: ports.git,
    hostname,
    users: { ...credentials.git },
    readers: ['cluster'],
    onPush,
  });
}

function startDemoCluster(world: DemoWorld): Promise<Cluster> {
  const { layout, ports, credentials } = world;
  return startCluster({
    port: ports.cluster,
    hostname,
    directory: layout.cluster,
    repositoryUrl: `${addressOf(ports.git)}/${GITOPS}`,
    credentials: { username: 'cluster', password: credentials.git.cluster },
  });
}
