import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  stevedoreDefinitionsExtensionPoint,
  StevedoreEngineExtensionPoint,
  stevedoreEngineExtensionPoint,
} from '@stevedore/plugin-stevedore-node';
import stevedoreModuleKubernetes from '.';

it('brings its steps into the engine, whether there are clusters or not', async () => {
  const addStep = jest.fn();
  const engine = {
    addStep,
    addVerifier: jest.fn(),
    setAnalysisRuns: jest.fn(),
    setRollouts: jest.fn(),
    look: jest.fn(),
  } as unknown as StevedoreEngineExtensionPoint;
  const backend = await startTestBackend({
    features: [
      createBackendPlugin({
        pluginId: 'stevedore',
        register(env) {
          env.registerExtensionPoint(stevedoreEngineExtensionPoint, engine);
          env.registerExtensionPoint(stevedoreDefinitionsExtensionPoint, {
            addSource: jest.fn(),
            changed: jest.fn(),
            moved: jest.fn(),
          });
          env.registerInit({ deps: {}, init: async () => undefined });
        },
      }),
      stevedoreModuleKubernetes,
      mockServices.rootConfig.factory({ data: {} }),
    ],
  });
  const ids = addStep.mock.calls.map(([step]) => step.id);
  expect(ids).toEqual(
    expect.arrayContaining([
      'argocd-update',
      'argocd-wait',
      'flux-reconcile',
      'flux-wait',
      'rollout-wait',
    ]),
  );
  await backend.stop();
});
