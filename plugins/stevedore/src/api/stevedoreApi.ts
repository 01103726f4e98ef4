import {
  createApiRef,
  DiscoveryApi,
  FetchApi,
} from '@backstage/frontend-plugin-api';
import {
  StevedoreApi,
  StevedoreClient,
} from '@stevedore/plugin-stevedore-common';

/** The plugin's backend, as every hook of this plugin reads it; replace it to show other data. */
export const stevedoreApiRef = createApiRef<StevedoreApi>().with({
  id: 'plugin.stevedore.client',
  pluginId: 'stevedore',
});

export function createStevedoreApi(deps: {
  discoveryApi: DiscoveryApi;
  fetchApi: FetchApi;
}): StevedoreApi {
  return new StevedoreClient(deps);
}
