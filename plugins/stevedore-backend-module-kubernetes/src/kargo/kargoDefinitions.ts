import {
  DefinitionSource,
  SourcedDefinition,
} from '@stevedore/plugin-stevedore-node';
import { EntityAnnotation } from '@stevedore/promotion-engine';
import { Clusters } from '../watch/Clusters';
import { Gathered, gatherProject, topicsOfProject } from './gatherProject';
import { KargoObject } from './kargoKinds';

/** On a Project: the entities whose pipeline it defines, separated by commas. */
const ENTITY = 'stevedore.dev/entity';
const { kargoProject: ANNOTATION } = EntityAnnotation;

export interface KargoDefinitionsDeps {
  clusters: Clusters;
  changed(annotation: string, target: string): void;
}

/** Kargo's objects in a cluster as the definition of the entity that names their project: `<cluster>/<project>`. */
export function kargoDefinitions({
  clusters,
  changed,
}: KargoDefinitionsDeps): DefinitionSource {
  const { interests } = clusters;
  const said = new Map<string, string>();
  /** Kinds go and come back one by one: what was said of a target stays as long as it is true. */
  const oneOf = (target: string, reasons: string[]) => {
    const before = said.get(target);
    const reason = before && reasons.includes(before) ? before : reasons[0];
    said.set(target, reason);
    return reason;
  };
  return {
    annotation: ANNOTATION,
    async read(target, entityRef) {
      const [, clusterName, project] =
        /^([^/]+)\/([^/]+)$/.exec(target.trim()) ?? [];
      if (!clusterName || !project)
        return unreadable(
          `${ANNOTATION}: "${target}" is no project of a cluster.`,
          'Write it as <cluster>/<project>, such as production/shop.',
        );
      try {
        const cluster = clusters.get(clusterName);
        const gathered = gatherProject(cluster, project);
        interests.whenDifferent(topicsOfProject(cluster, project), {
          id: `definition:${target}`,
          wake: () => changed(ANNOTATION, target),
          sight: () => sightOf(gatherProject(cluster, project)),
        });
        if (gathered.status !== 'unknown') {
          said.delete(target);
          return answer(gathered, { target, entityRef });
        }
        return unreadable(
          `${ANNOTATION}: ${oneOf(target, gathered.reasons)}.`,
          'What was read before goes on running; changes are taken over when the cluster can be seen again.',
        );
      } catch (error) {
        return unreadable(
          `${ANNOTATION}: ${(error as Error).message}.`,
          'Name a cluster of this portal, or let its administrator add it.',
        );
      }
    },
  };
}

function answer(
  gathered: Exclude<Gathered, { status: 'unknown' }>,
  { target, entityRef }: { target: string; entityRef: string },
): SourcedDefinition {
  switch (gathered.status) {
    case 'starting':
      return { status: 'starting' };
    case 'absent':
      return unreadable(
        `${ANNOTATION}: There is no Project ${target}.`,
        'Create it in the cluster, or correct its name.',
      );
    default:
      return isMeant(gathered.project, entityRef)
        ? { status: 'read', manifests: gathered.manifests }
        : unreadable(
            `${ANNOTATION}: Project ${target} does not say that it is for ${entityRef}.`,
            `Let somebody who may change it give it the annotation ${ENTITY}: ${entityRef}`,
          );
  }
}

/** Whoever writes an entity could name any project; the project names its entities, too. */
function isMeant({ metadata }: KargoObject, entityRef: string): boolean {
  return (metadata.annotations?.[ENTITY] ?? '')
    .split(',')
    .some(each => each.trim().toLocaleLowerCase('en-US') === entityRef);
}

const unreadable = (message: string, cure: string): SourcedDefinition => ({
  status: 'unreadable',
  message,
  cure,
});

/** A project has its annotations in its manifest; the rest of it is nobody's business here. */
const sightOf = (gathered: Gathered): string =>
  JSON.stringify(gathered.status === 'found' ? gathered.manifests : gathered);
