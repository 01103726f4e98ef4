import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  createRouteRef,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { hasPipeline } from '@stevedore/plugin-stevedore-common';
import { createStevedoreApi, stevedoreApiRef } from './api/stevedoreApi';

const deliveryRouteRef = createRouteRef({ id: 'stevedore-delivery' });
const platformRouteRef = createRouteRef({ id: 'stevedore' });

/** For apps of the old frontend system. */
export const stevedorePlugin = createPlugin({
  id: 'stevedore',
  routes: { root: platformRouteRef, delivery: deliveryRouteRef },
  apis: [
    createApiFactory({
      api: stevedoreApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: createStevedoreApi,
    }),
  ],
});

/** Content of a tab, for `EntityLayout.Route`. */
export const EntityDeliveryContent = stevedorePlugin.provide(
  createRoutableExtension({
    name: 'EntityDeliveryContent',
    component: () =>
      import('./features/tab').then(module => module.EntityDeliveryContent),
    mountPoint: deliveryRouteRef,
  }),
);

/** The page of the platform, for `<Route path="/delivery" element={<DeliveryPage />} />`. */
export const DeliveryPage = stevedorePlugin.provide(
  createRoutableExtension({
    name: 'DeliveryPage',
    component: () =>
      import('./features/page').then(module => module.DeliveryPage),
    mountPoint: platformRouteRef,
  }),
);

/** One line a stage, for the overview. */
export const EntityDeliveryCard = stevedorePlugin.provide(
  createComponentExtension({
    name: 'EntityDeliveryCard',
    component: {
      lazy: () =>
        import('./features/card').then(module => module.EntityDeliveryCard),
    },
  }),
);

/** Does the entity say that it has a pipeline? For `EntitySwitch.Case` and `EntityLayout.Route`. */
export const isPipelineAvailable = hasPipeline;
