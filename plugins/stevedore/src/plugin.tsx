import {
  ApiBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
  PageBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { createStevedoreApi, stevedoreApiRef } from './api/stevedoreApi';
import { DeliveryIcon } from './components/DeliveryIcon';
import { couldHavePipeline, hasPipelineAnnotation } from './entityFilters';
import { deliveryRouteRef, platformRouteRef } from './routes';

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

const platformPage = PageBlueprint.make({
  params: {
    path: '/delivery',
    title: 'Delivery',
    icon: <DeliveryIcon />,
    routeRef: platformRouteRef,
  },
});

const platformTabs = [
  SubPageBlueprint.make({
    name: 'waiting',
    params: {
      path: 'waiting',
      title: 'Waiting on me',
      loader: () =>
        import('./features/page').then(({ WaitingPage }) => <WaitingPage />),
    },
  }),
  SubPageBlueprint.make({
    name: 'everything',
    params: {
      path: 'everything',
      title: 'Everything',
      loader: () =>
        import('./features/page').then(({ EverythingPage }) => (
          <EverythingPage />
        )),
    },
  }),
  SubPageBlueprint.make({
    name: 'calendar',
    params: {
      path: 'calendar',
      title: 'Calendar',
      loader: () =>
        import('./features/page').then(({ CalendarPage }) => <CalendarPage />),
    },
  }),
  SubPageBlueprint.make({
    name: 'locks',
    params: {
      path: 'locks',
      title: 'Locks',
      loader: () =>
        import('./features/page').then(({ LocksPage }) => <LocksPage />),
    },
  }),
];

/** For the new frontend system: the tab "Delivery", the overview card, and the page of the platform. */
export const stevedorePlugin = createFrontendPlugin({
  pluginId: 'stevedore',
  title: 'Delivery',
  info: { packageJson: () => import('../package.json') },
  routes: { root: platformRouteRef, delivery: deliveryRouteRef },
  extensions: [
    api,
    deliveryContent,
    deliveryCard,
    platformPage,
    ...platformTabs,
  ],
});
