import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  stevedoreDefinitionsExtensionPoint,
  stevedoreEngineExtensionPoint,
} from '@stevedore/plugin-stevedore-node';
import { readKubernetesConfig } from './config/readKubernetesConfig';
import { signInsOfPeople } from './config/signInsOfPeople';
import { createModule } from './createModule';

/** Wiring only: steps and health of what runs in clusters, and definitions that are there. */
export const stevedoreModuleKubernetes = createBackendModule({
  pluginId: 'stevedore',
  moduleId: 'kubernetes',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        definitions: stevedoreDefinitionsExtensionPoint,
        engine: stevedoreEngineExtensionPoint,
      },
      async init(deps) {
        const { auth, config, definitions, discovery } = deps;
        const { engine, lifecycle, logger } = deps;
        for (const sentence of signInsOfPeople(config)) logger.warn(sentence);
        const module = createModule({
          config: readKubernetesConfig(config),
          logger,
          look: at => engine.look(at),
          changed: (...what) => definitions.changed(...what),
          moved: project => definitions.moved(project),
          portal: { auth, discovery },
        });
        const { steps, verifiers, sources, clusters } = module;
        for (const source of sources) definitions.addSource(source);
        for (const step of steps) engine.addStep(step);
        for (const verifier of verifiers) engine.addVerifier(verifier);
        engine.setRollouts(module.rollouts);
        engine.setAnalysisRuns(module.analysisRuns);
        lifecycle.addShutdownHook(() => clusters.stop());
      },
    });
  },
});
