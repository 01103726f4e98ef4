import { setTimeout as delay } from 'node:timers/promises';
import { Kind, KINDS, pathOf } from './kinds';
import { KubernetesClient, KubernetesError } from './KubernetesClient';

const DEFINITIONS = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';
const PAUSE_MILLISECONDS = 50;

/** Installs the kinds that are not there yet, and waits until all are served. */
export async function installKinds(
  client: KubernetesClient,
  signal: AbortSignal,
): Promise<void> {
  const install = async (kind: Kind) => {
    await client.send('POST', DEFINITIONS, definitionOf(kind)).catch(unless409);
    await untilServed(client, kind, signal);
  };
  await Promise.all(KINDS.map(install));
}

function unless409(error: KubernetesError): void {
  if (error.status !== 409) throw error;
}

async function untilServed(
  client: KubernetesClient,
  kind: Kind,
  signal: AbortSignal,
): Promise<void> {
  for (;;) {
    const served = await client.send('GET', pathOf(kind)).then(
      () => true,
      () => false,
    );
    if (served) return;
    await delay(PAUSE_MILLISECONDS, undefined, { signal });
  }
}

/** A CustomResourceDefinition that takes any spec and any status: here nobody is to learn what these kinds refuse. */
function definitionOf(what: Kind) {
  const { group, version, kind, plural, statusPath, isGlobal } = what;
  // a built-in group is served by one with a dot
  const served = group.includes('.') ? group : `${group}.builtin.test`;
  const any = {
    type: 'object',
    'x-kubernetes-preserve-unknown-fields': true,
  };
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${plural}.${served}` },
    spec: {
      group: served,
      scope: isGlobal ? 'Cluster' : 'Namespaced',
      names: {
        ...{ kind, plural, listKind: `${kind}List` },
        singular: kind.toLowerCase(),
      },
      versions: [
        {
          ...{ name: version, served: true, storage: true },
          ...(statusPath && { subresources: { status: {} } }),
          schema: { openAPIV3Schema: any },
        },
      ],
    },
  };
}
