import { ChartSubscription } from '../../../model/definition';
import { SourceContext } from '../../../registry/source';
import { selectCharts } from './selectCharts';

/**
 * The versions of a chart that a subscription finds now, greatest first, at most `discoveryLimit`. All charts of one
 * repository share one look at its index.
 * @throws RegistryError; Error for a range that cannot be read.
 */
export async function discoverCharts(
  subscription: ChartSubscription,
  { oci, charts, sightings }: SourceContext,
): Promise<string[]> {
  const { repoURL, name = '', insecureSkipTLSVerify } = subscription;
  const options = { insecureSkipTLSVerify };
  if (repoURL.startsWith('oci://')) {
    const repository = repoURL.slice('oci://'.length);
    const tags = await sightings.look(`charts ${repository}`, () =>
      oci.listTags(repository, options),
    );
    return selectCharts(subscription, tags);
  }
  const index = await sightings.look(`index ${repoURL}`, () =>
    charts.index(repoURL, options),
  );
  return selectCharts(subscription, index.get(name) ?? []);
}
