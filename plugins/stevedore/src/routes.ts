import { createRouteRef } from '@backstage/frontend-plugin-api';

/** The tab of one entity. */
export const deliveryRouteRef = createRouteRef();
