import { createBackendModule } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import kubernetesPlugin from '@backstage/plugin-kubernetes-backend';
import { kubernetesAuthStrategyExtensionPoint } from '@backstage/plugin-kubernetes-node';

// A process with a Backstage backend that has the real Kubernetes plugin, which loads modules in a way that Jest does
// not know. Its one argument is JSON: the configuration, the entities of the catalog, and the
// client certificate of a way to sign in that an installation brings.

const { data, entities, certificate } = JSON.parse(process.argv[2]);

const byCertificate = createBackendModule({
  pluginId: 'kubernetes',
  moduleId: 'x509',
  register(env) {
    env.registerInit({
      deps: { strategies: kubernetesAuthStrategyExtensionPoint },
      async init({ strategies }) {
        strategies.addAuthStrategy('x509', {
          getCredential: async () => ({
            type: 'x509 client certificate',
            ...certificate,
          }),
          validateCluster: () => [],
          presentAuthMetadata: () => ({}),
        });
      },
    });
  },
});

startTestBackend({
  features: [
    kubernetesPlugin,
    // one that is brought takes the place of all that the plugin has
    ...(certificate ? [byCertificate] : []),
    catalogServiceMock.factory({ entities }),
    mockServices.rootConfig.factory({ data }),
  ],
}).then(({ server }) => process.send!(server.port()));

process.on('disconnect', () => process.exit());
