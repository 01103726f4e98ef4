import { NamedRollout } from '../../model/rollout';
import { AnnotationSyntaxError } from './scanner';

const NAME = /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/;
/** A cluster is called whatever the platform calls it. */
const CLUSTER = /^[\w.-]+$/;

/**
 * `shop/web, prod-eu/shop/worker`: namespace and name, with a cluster before them where there are several.
 * @throws AnnotationSyntaxError at the entry that is wrong
 */
export function parseRollouts(text: string): NamedRollout[] {
  const all: NamedRollout[] = [];
  let offset = 0;
  for (const entry of text.split(',')) {
    const at = offset + entry.search(/\S|$/);
    offset += entry.length + 1;
    const written = entry.trim();
    const fault = (message: string) =>
      new AnnotationSyntaxError(message, {
        cure: 'Write namespace/name, or cluster/namespace/name, with commas between them: shop/web, prod-eu/shop/worker.',
        offset: at,
      });
    const [name = '', namespace = '', cluster, ...more] = written
      .split('/')
      .reverse();
    const good =
      NAME.test(name) &&
      NAME.test(namespace) &&
      (cluster === undefined || CLUSTER.test(cluster)) &&
      more.length === 0;
    if (!good) throw fault(`"${written}" names no Rollout.`);
    const known = all.some(
      each =>
        each.name === name &&
        each.namespace === namespace &&
        each.cluster === cluster,
    );
    if (known) throw fault(`${written} stands here twice.`);
    all.push({ ...(cluster !== undefined && { cluster }), namespace, name });
  }
  return all;
}
