import { ChartSubscription, Subscription } from '../model/definition';
import { Discovered } from '../model/discovery';
import { RegistryError } from '../model/errors';
import { AccessRequest } from '../ports/grants';
import { SourceContext, Sources } from '../registry/source';

/** What a discovery needs besides the subscriptions. */
export interface DiscoveryTools {
  sources: Sources;
  context: SourceContext;
  /** @returns why the project may not read it; undefined when it may */
  refusal(
    request: Pick<AccessRequest, 'kind' | 'url' | 'access' | 'branch'>,
  ): Promise<string | undefined>;
}

/**
 * Asks every subscription, one after the other. One that fails fails the discovery; one that finds nothing is there
 * with an empty list (Kargo: discoverArtifacts).
 * @throws RegistryError, GitError, or an Error of a subscription that cannot be read
 */
export async function discoverArtifacts(
  subscriptions: readonly Subscription[],
  tools: DiscoveryTools,
): Promise<Discovered> {
  const discovered: Discovered = { git: [], images: [], charts: [] };
  for (const subscription of subscriptions) {
    const refusal = await tools.refusal(accessOf(subscription));
    if (refusal) throw new RegistryError(refusal);
    await discover(subscription, tools, discovered);
  }
  return discovered;
}

async function discover(
  subscription: Subscription,
  { sources, context }: DiscoveryTools,
  discovered: Discovered,
): Promise<void> {
  const subscriptionName = subscription.name;
  if ('git' in subscription) {
    const { repoURL } = subscription.git;
    const commits = await sources.git.discover(subscription.git, context);
    discovered.git.push({ repoURL, subscriptionName, commits });
  } else if ('image' in subscription) {
    const { repoURL } = subscription.image;
    const references = await sources.image.discover(
      subscription.image,
      context,
    );
    discovered.images.push({ repoURL, subscriptionName, references });
  } else {
    const { repoURL, name } = subscription.chart;
    const versions = await sources.chart.discover(subscription.chart, context);
    discovered.charts.push({ repoURL, name, subscriptionName, versions });
  }
}

function accessOf(
  subscription: Subscription,
): Pick<AccessRequest, 'kind' | 'url' | 'access' | 'branch'> {
  const access = 'read';
  if ('git' in subscription) {
    const { repoURL: url, branch } = subscription.git;
    return { kind: 'git', url, access, branch };
  }
  if ('image' in subscription)
    return { kind: 'image', url: subscription.image.repoURL, access };
  return { ...chartAccess(subscription.chart), access };
}

/** A chart in an OCI registry is read as an image is. */
function chartAccess({
  repoURL,
}: ChartSubscription): Pick<AccessRequest, 'kind' | 'url'> {
  return repoURL.startsWith('oci://')
    ? { kind: 'image', url: repoURL.slice('oci://'.length) }
    : { kind: 'chart', url: repoURL };
}
