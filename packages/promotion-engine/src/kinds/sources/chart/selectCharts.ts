import { ChartSubscription } from '../../../model/definition';
import { compileVersionOrder } from '../_shared/versions';

/** A tag of an OCI registry cannot hold `+`, so Helm writes `_` in its place. */
const fromTag = (tag: string): string => tag.replace(/_/g, '+');

/**
 * Chooses among the versions of a chart, greatest first. An index is read leniently (`v1`, `1.0`) and its versions
 * come back as they are written; tags of a registry are read strictly, without `v` (Kargo: chart.NewSelector).
 * @throws Error whose message quotes a range that cannot be read.
 */
export function selectCharts(
  subscription: Pick<
    ChartSubscription,
    'repoURL' | 'semverConstraint' | 'discoveryLimit'
  >,
  versions: readonly string[],
): string[] {
  const { semverConstraint: constraint, discoveryLimit } = subscription;
  const oci = subscription.repoURL.startsWith('oci://');
  const order = compileVersionOrder({ constraint, strict: oci });
  const texts = oci
    ? versions.map(fromTag).filter(version => !version.startsWith('v'))
    : versions;
  return order(texts, text => text).slice(0, discoveryLimit || undefined);
}
