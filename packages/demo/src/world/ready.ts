import { addressOf } from './addresses';
import { DemoWorld } from './buildConfig';
import { GITOPS } from './components';
import { DemoError } from './DemoError';
import { readJson, writeJson } from './jsonFile';
import { DemoLayout } from './layout';

/** `.demo/ready.json`. */
export interface DemoAddresses {
  readonly portal: string;
  readonly backend: string;
  readonly registry: string;
  /** Clones and pushes as it stands: name and password are in it. */
  readonly gitops: string;
  readonly cluster: string;
  /** Where the Kubernetes API is, where there is one. */
  readonly kubernetes?: DemoKubernetesAddress;
}

export interface DemoKubernetesAddress {
  readonly url: string;
  readonly caFile: string;
  /** With the users `stevedore`, who is Backstage, and `admin`. */
  readonly kubeconfig: string;
}

export function addressesOf({ ports, credentials }: DemoWorld): DemoAddresses {
  const gitops = new URL(`${addressOf(ports.git)}/${GITOPS}`);
  gitops.username = 'developer';
  gitops.password = credentials.git.developer;
  return {
    portal: addressOf(ports.portal),
    backend: addressOf(ports.portal),
    registry: addressOf(ports.registry),
    gitops: gitops.href,
    cluster: addressOf(ports.cluster),
  };
}

export function writeAddresses(
  world: DemoWorld,
  kubernetes?: DemoKubernetesAddress,
): Promise<void> {
  const addresses = { ...addressesOf(world), kubernetes };
  return writeJson(world.layout.ready, addresses);
}

/** @throws DemoError while Backstage does not answer. */
export async function readAddresses(
  layout: DemoLayout,
): Promise<DemoAddresses> {
  const addresses = await readJson<DemoAddresses>(layout.ready);
  if (addresses) return addresses;
  throw new DemoError('The demo is not running. Start it with: npm run demo');
}
