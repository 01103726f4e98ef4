import {
  ApiBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { createStevedoreApi, stevedoreApiRef } from './api/stevedoreApi';
import { couldHavePipeline, hasPipelineAnnotation } from './entityFilters';
import { deliveryRouteRef } from './routes';

const api = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: stevedoreApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: createStevedoreApi,
    }),
});

const deliveryContent = EntityContentBlueprint.make({
  name: 'delivery',
  params: {
    path: '/delivery',
    title: 'Delivery',
    group: 'deployment',
    filter: couldHavePipeline,
    routeRef: deliveryRouteRef,
    loader: () =>
      import('./features/tab').then(({ EntityDeliveryContent }) => (
        <EntityDeliveryContent />
      )),
  },
});

const deliveryCard = EntityCardBlueprint.make({
  name: 'delivery',
  params: {
    filter: hasPipelineAnnotation,
    type: 'content',
    loader: () =>
      import('./features/card').then(({ NewEntityDeliveryCard }) => (
        <NewEntityDeliveryCard />
      )),
  },
});

/** For the new frontend system: the tab "Delivery" and the overview card. */
export const stevedorePlugin = createFrontendPlugin({
  pluginId: 'stevedore',
  title: 'Delivery',
  info: { packageJson: () => import('../package.json') },
  routes: { delivery: deliveryRouteRef },
  extensions: [api, deliveryContent, deliveryCard],
});
