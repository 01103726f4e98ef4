import { createRouteRef } from '@backstage/frontend-plugin-api';

/** The tab of one entity. */
export const deliveryRouteRef = createRouteRef();

/** The page of the platform. */
export const platformRouteRef = createRouteRef();
