import { join } from 'node:path';
import { stringify } from 'yaml';
import { GitFollower } from '../cluster/GitFollower';
import { addressOf, hostOf } from '../world/addresses';
import { DemoWorld } from '../world/buildConfig';
import { Cleanup } from '../world/Cleanup';
import { GITOPS } from '../world/components';
import { writePrivate } from '../world/jsonFile';
import { ApiServer } from './ApiServer';
import { Applier } from './Applier';
import { ArgoCd } from './ArgoCd';
import { readObjects, readRules } from './clusterFiles';
import { Deployments } from './Deployments';
import { Flux } from './Flux';
import { installKinds } from './installKinds';
import { apiVersionOf, KINDS } from './kinds';
import { Kargo } from './Kargo';
import { KargoWarehouses } from './KargoWarehouses';
import { KubernetesClient } from './KubernetesClient';
import { Manifests } from './Manifests';
import { Rollouts } from './Rollouts';

/** Between two looks at Git that nobody asked for. */
const POLL_MILLISECONDS = 2_000;
const INSTALL_MILLISECONDS = 60_000;

/** Deployed by neither Argo CD nor Flux. */
const PLAIN = { component: 'search', stages: ['dev', 'staging', 'prod'] };
/** As canaries. */
const CANARIES = { component: 'checkout', stages: ['dev', 'prod'] };

export interface DemoKubernetes {
  /** Where its API answers. */
  readonly url: string;
  readonly caFile: string;
  /** Git has just changed. */
  refresh(): Promise<void>;
}

/** Starts a Kubernetes API, with what plays Argo CD, Flux, Argo Rollouts, Kargo and the controller of Deployments on it. */
export async function startKubernetes(
  world: DemoWorld & { kubernetes: string },
  cleanup: Cleanup,
): Promise<DemoKubernetes> {
  const { layout, ports, kubernetes: program } = world;
  const directory = layout.kubernetes;
  const server = await ApiServer.start({ program, directory });
  cleanup.add(() => server.stop());
  const { admin: client, caFile, url } = server;
  await installKinds(client, AbortSignal.timeout(INSTALL_MILLISECONDS));
  await server.allow(await readRules());
  for (const object of await readObjects(ports)) {
    const { apiVersion, kind: name } = object;
    const kind = KINDS.find(
      each => each.kind === name && apiVersionOf(each) === apiVersion,
    );
    if (!kind) throw new Error(`the demo's cluster has no kind ${name}`);
    await client.create(kind, object);
  }
  const manifests = new Manifests(followGit(world), hostOf(ports.registry));
  await startControllers({ client, manifests }, cleanup);
  await startKargo({ client, registry: addressOf(ports.registry) }, cleanup);
  await writeKubeconfig(layout.kubeconfig, server);
  const refresh = async () => {
    await manifests.look();
  };
  return { url, caFile, refresh };
}

async function startControllers(
  { client, manifests }: { client: KubernetesClient; manifests: Manifests },
  cleanup: Cleanup,
): Promise<void> {
  const deployments = new Deployments({ client });
  const argocd = new ArgoCd({ client, deployments, manifests });
  const flux = new Flux({ client, deployments, manifests });
  const rollouts = new Rollouts({ client });
  const appliers = [
    new Applier({ ...PLAIN, workloads: deployments, manifests }),
    new Applier({ ...CANARIES, workloads: rollouts, manifests }),
  ];
  cleanup.add(() => manifests.settle());
  for (const each of [deployments, rollouts, ...appliers, argocd, flux]) {
    cleanup.add(() => each.stop());
  }
  await Promise.all([deployments.start(), rollouts.start()]);
  await manifests.look();
  await Promise.all([argocd.start(), flux.start()]);
  // The safety net below `refresh`.
  const timer = setInterval(() => {
    manifests.look().catch(() => {});
  }, POLL_MILLISECONDS);
  cleanup.add(async () => clearInterval(timer));
}

async function startKargo(
  options: { client: KubernetesClient; registry: string },
  cleanup: Cleanup,
): Promise<void> {
  for (const each of [new Kargo(options), new KargoWarehouses(options)]) {
    cleanup.add(() => each.stop());
    await each.start();
  }
}

function followGit({ layout, ports, credentials }: DemoWorld): GitFollower {
  return new GitFollower({
    repositoryUrl: `${addressOf(ports.git)}/${GITOPS}`,
    credentials: { username: 'cluster', password: credentials.git.cluster },
    directory: join(layout.kubernetes, 'git'),
    delayMilliseconds: 0,
    now: Date.now,
  });
}

/** For Backstage, and for whoever wants to look: `stevedore` may do what the module's roles say, `admin` everything. */
function writeKubeconfig(path: string, server: ApiServer): Promise<void> {
  const { url, caFile } = server;
  const cluster = { server: url, 'certificate-authority': caFile };
  const users = ['stevedore', 'admin'];
  const kubeconfig = {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'demo', cluster }],
    users: users.map(name => ({ name, user: { token: name } })),
    contexts: users.map(name => ({
      name,
      context: { cluster: 'demo', user: name },
    })),
    'current-context': 'stevedore',
  };
  return writePrivate(path, stringify(kubeconfig));
}
