import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import {
  stevedoreDefinitionsExtensionPoint,
  stevedoreEngineExtensionPoint,
} from '@stevedore/plugin-stevedore-node';
import { ExtraKinds } from './adapters/ExtraKinds';
import { DefinitionSources } from './adapters/DefinitionSources';
import { createHost } from './createHost';
import { WEBHOOKS_PATH } from './webhooks';

/** Wiring only: the host of the promotion engine. */
export const stevedorePlugin = createBackendPlugin({
  pluginId: 'stevedore',
  register(env) {
    const extra = new ExtraKinds();
    env.registerExtensionPoint(stevedoreEngineExtensionPoint, extra);
    const sources = new DefinitionSources();
    env.registerExtensionPoint(stevedoreDefinitionsExtensionPoint, sources);
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        signals: signalsServiceRef,
        urlReader: coreServices.urlReader,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        const host = await createHost({ ...deps, extra, sources });
        deps.httpRouter.use(host.webhooks);
        deps.httpRouter.addAuthPolicy({
          path: WEBHOOKS_PATH,
          allow: 'unauthenticated',
        });
        deps.httpRouter.use(host.router);
        deps.lifecycle.addStartupHook(() => host.start());
        deps.lifecycle.addShutdownHook(() => host.stop());
      },
    });
  },
});
