import { join } from 'node:path';
import { addressOf, hostOf } from './addresses';
import { COMPONENTS, exampleOf, GITOPS } from './components';
import { DemoCredentials } from './credentials';
import { DemoLayout } from './layout';
import { DemoPorts } from './ports';

export interface DemoWorld {
  readonly layout: DemoLayout;
  readonly ports: DemoPorts;
  readonly credentials: DemoCredentials;
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
    catalog: { locations: locations(layout) },
    stevedore: {
      grants: [
        {
          entities: { kind: 'component' },
          repository: `${addressOf(ports.git)}/${GITOPS}`,
          branches: ['main'],
          paths: ['apps/**'],
          access: ['read', 'write'],
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
    },
  };
}

function locations(layout: DemoLayout): object[] {
  const people = {
    type: 'file',
    target: exampleOf('org.yaml'),
    rules: [{ allow: ['User', 'Group'] }],
  };
  const components = COMPONENTS.map(component => ({
    type: 'file',
    target: join(layout.catalog, component, 'catalog-info.yaml'),
  }));
  return [people, ...components];
}
