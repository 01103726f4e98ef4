import { AnalysisRunPlace } from '../../model/verification';
import { AnnotationSyntaxError } from './scanner';

const PLACE =
  /^\s*([A-Za-z0-9][\w.-]*)\/([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?)\s*$/;

/**
 * `prod-eu/shop`: the name of a cluster, and a namespace there.
 * @throws AnnotationSyntaxError
 */
export function parseAnalysisRun(text: string): AnalysisRunPlace {
  const [, cluster, namespace] = PLACE.exec(text) ?? [];
  if (cluster && namespace) return { cluster, namespace };
  throw new AnnotationSyntaxError(
    `${JSON.stringify(text)} is no place for AnalysisRuns.`,
    { cure: 'Write CLUSTER/NAMESPACE, such as prod-eu/shop.', offset: 0 },
  );
}
