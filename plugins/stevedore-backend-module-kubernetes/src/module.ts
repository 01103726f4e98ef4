import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  stevedoreDefinitionsExtensionPoint,
  stevedoreEngineExtensionPoint,
} from '@stevedore/plugin-stevedore-node';
import { readKubernetesConfig } from './config/readKubernetesConfig';
import { createModule } from './createModule';

/** Wiring only: steps and health of what runs in clusters, and definitions that are there. */
export const stevedoreModuleKubernetes = createBackendModule({
  pluginId: 'stevedore',
  moduleId: 'kubernetes',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        definitions: stevedoreDefinitionsExtensionPoint,
        engine: stevedoreEngineExtensionPoint,
      },
      async init({ config, definitions, engine, lifecycle, logger }) {
        const { steps, verifiers, sources, clusters } = createModule({
          config: readKubernetesConfig(config),
          logger,
          look: at => engine.look(at),
          changed: (...what) => definitions.changed(...what),
        });
        for (const source of sources) definitions.addSource(source);
        for (const step of steps) engine.addStep(step);
        for (const verifier of verifiers) engine.addVerifier(verifier);
        lifecycle.addShutdownHook(() => clusters.stop());
      },
    });
  },
});
