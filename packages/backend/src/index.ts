import { createBackend } from '@backstage/backend-defaults';

const backend = createBackend();

backend.add(import('@backstage/plugin-app-backend'));
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
backend.add(import('@backstage/plugin-events-backend'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(import('@backstage/plugin-signals-backend'));

backend.add(import('@stevedore/plugin-stevedore-backend'));
// does nothing until a cluster is configured
backend.add(import('@stevedore/plugin-stevedore-backend-module-kubernetes'));

backend.add(import('./demoAuth'));
backend.add(import('./permissionPolicy'));

backend.start();
