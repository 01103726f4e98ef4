import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { authProvidersExtensionPoint } from '@backstage/plugin-auth-node';
import { assertDemoHost } from './assertDemoHost';
import { createDemoProvider } from './createDemoProvider';
import { readPeople } from './readPeople';

/**
 * Sign-in for the demo: a person is chosen, not proved.
 *
 * The backend does not start with this module unless the configuration says that it
 * is the demo and that it listens on loopback only.
 */
export const demoAuthModule = createBackendModule({
  pluginId: 'auth',
  moduleId: 'demo-provider',
  register(reg) {
    reg.registerInit({
      deps: {
        providers: authProvidersExtensionPoint,
        config: coreServices.rootConfig,
      },
      async init({ providers, config }) {
        assertDemoHost(config);
        providers.registerProvider({
          providerId: 'demo',
          factory: createDemoProvider(readPeople(config)),
        });
      },
    });
  },
});
