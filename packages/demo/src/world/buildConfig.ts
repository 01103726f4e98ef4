import { join } from 'node:path';
import { addressOf, hostOf } from './addresses';
import { componentsOf, exampleOf, GITOPS, SOURCE } from './components';
import { DemoCredentials } from './credentials';
import { DemoLayout } from './layout';
import { DemoPorts } from './ports';

export interface DemoWorld {
  readonly layout: DemoLayout;
  readonly ports: DemoPorts;
  readonly credentials: DemoCredentials;
  /** The program that serves a Kubernetes API, where the demo has one. */
  readonly kubernetes?: string;
}

/** Backstage's configuration on top of app-config.yaml: all that has a port. */
export function buildConfig(world: DemoWorld): object {
  const { layout, ports, credentials } = world;
  return {
    backend: { workingDirectory: layout.work },
    integrations: {
      // Of the hosts that Backstage knows, Gitea is the one that takes a name
      // and a password, plain http, and a host with a port.
      gitea: [
        {
          host: hostOf(ports.git),
          baseUrl: addressOf(ports.git),
          username: 'portal',
          password: credentials.git.portal,
        },
      ],
    },
    catalog: { locations: locations(world) },
    stevedore: {
      grants: [
        {
          entities: { kind: 'component' },
          repository: `${addressOf(ports.git)}/${GITOPS}`,
          branches: ['main'],
          paths: ['apps/**'],
          access: ['read', 'write'],
        },
        {
          entities: { kind: 'component' },
          repository: `${addressOf(ports.git)}/${SOURCE}`,
          access: ['read'],
        },
      ],
      // what a company would have; nobody answers there
      tickets: [
        {
          pattern: 'HAR-\\d+',
          url: 'https://tickets.acme.example/browse/$0',
        },
      ],
      registries: [
        {
          host: hostOf(ports.registry),
          access: 'public',
          insecure: true,
          webhookSecret: credentials.webhook,
        },
      ],
      http: { allow: [hostOf(ports.cluster)] },
      workDirectory: join(layout.directory, 'engine'),
      definitions: { intervalSeconds: 1 },
      ...(world.kubernetes && {
        kubernetes: {
          clusters: [{ name: 'demo', kubeconfig: layout.kubeconfig }],
        },
      }),
    },
  };
}

function locations(world: DemoWorld): object[] {
  const people = {
    type: 'file',
    target: exampleOf('org.yaml'),
    rules: [{ allow: ['User', 'Group'] }],
  };
  const components = componentsOf(world).map(({ name }) => ({
    type: 'file',
    target: join(world.layout.catalog, name, 'catalog-info.yaml'),
  }));
  return [people, ...components];
}
