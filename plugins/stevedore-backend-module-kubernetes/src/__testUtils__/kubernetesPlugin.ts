import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import kubernetesPlugin from '@backstage/plugin-kubernetes-backend';

// A process with a Backstage backend that has the real Kubernetes plugin, which loads modules in a way that Jest does
// not know. Its one argument is JSON: the configuration, and the entities of the catalog.

const { data, entities } = JSON.parse(process.argv[2]);

startTestBackend({
  features: [
    kubernetesPlugin,
    catalogServiceMock.factory({ entities }),
    mockServices.rootConfig.factory({ data }),
  ],
}).then(({ server }) => process.send!(server.port()));

process.on('disconnect', () => process.exit());
