import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { stevedoreEngineExtensionPoint } from '@stevedore/plugin-stevedore-node';
import { readKubernetesConfig } from './config/readKubernetesConfig';
import { createModule } from './createModule';

/** Wiring only: steps and health of what runs in clusters. */
export const stevedoreModuleKubernetes = createBackendModule({
  pluginId: 'stevedore',
  moduleId: 'kubernetes',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        engine: stevedoreEngineExtensionPoint,
      },
      async init({ config, engine, lifecycle, logger }) {
        const { steps, verifiers, clusters } = createModule({
          config: readKubernetesConfig(config),
          logger,
          look: at => engine.look(at),
        });
        for (const step of steps) engine.addStep(step);
        for (const verifier of verifiers) engine.addVerifier(verifier);
        lifecycle.addShutdownHook(() => clusters.stop());
      },
    });
  },
});
