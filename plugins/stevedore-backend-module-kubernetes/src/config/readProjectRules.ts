import { Config } from '@backstage/config';
import { ProjectRule } from '../kargo/mapping/mapProject';

const KEY = 'stevedore.kubernetes.kargo.projects';
const MODES = ['beside', 'definitions'] as const;

/**
 * Whose pipelines the projects of Kargos are.
 * @param config - `stevedore.kubernetes`
 * @throws Error that names the key that is wrong
 */
export function readProjectRules(
  config: Config | undefined,
  isCluster: (name: string) => boolean,
): ProjectRule[] {
  const rules = config?.getOptionalConfigArray('kargo.projects') ?? [];
  return rules.map(rule => {
    const cluster = rule.getString('cluster');
    if (!isCluster(cluster))
      throw new Error(`${KEY}: there is no cluster "${cluster}"`);
    const written = rule.getString('mode');
    const mode = MODES.find(each => each === written);
    if (!mode)
      throw new Error(
        `${KEY}: mode is ${MODES.join(' or ')}, not "${written}"`,
      );
    const label = rule.getOptionalString('label');
    const entity = rule.getString('entity');
    if (entity.includes('{label}') && label === undefined)
      throw new Error(
        `${KEY}: "${entity}" asks for a label, and the rule names none`,
      );
    const match = rule.getOptionalString('match') ?? '*';
    return { cluster, mode, match, label, entity };
  });
}
