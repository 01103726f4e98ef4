import {
  DefinitionSource,
  SourcedDefinition,
} from '@stevedore/plugin-stevedore-node';
import { EntityAnnotation } from '@stevedore/promotion-engine';
import { Clusters } from '../watch/Clusters';
import { kargoRunner } from './beside/kargoRunner';
import {
  Gathered,
  gatherOutline,
  gatherProject,
  topicsOfProject,
} from './gatherProject';
import { KARGO_DEFINITIONS, KARGO_OUTLINE, KargoObject } from './kargoKinds';
import { ProjectRule } from './mapping/mapProject';
import { ProjectMapping } from './mapping/ProjectMapping';
import { ENTITY, parseTarget } from './projectTarget';

export interface KargoDefinitionsDeps {
  clusters: Clusters;
  /** Which projects are for which entities, whatever annotations say. */
  rules?: readonly ProjectRule[];
  changed(annotation: string, target: string): void;
  moved(project: string): void;
  /** Says what an administrator should know. */
  warn(sentence: string): void;
}

/** How a project of a cluster is read: what is run here, or what a Kargo runs there. */
interface Mode {
  id: ProjectRule['mode'];
  annotation: string;
  gather: typeof gatherProject;
  kinds: typeof KARGO_DEFINITIONS;
  /** What goes on while it cannot be read. */
  meanwhile: string;
}

const DEFINITIONS: Mode = {
  id: 'definitions',
  annotation: EntityAnnotation.kargoProject,
  gather: gatherProject,
  kinds: KARGO_DEFINITIONS,
  meanwhile:
    'What was read before goes on running; changes are taken over when the cluster can be seen again.',
};

const BESIDE: Mode = {
  id: 'beside',
  annotation: EntityAnnotation.kargo,
  gather: gatherOutline,
  kinds: KARGO_OUTLINE,
  meanwhile:
    'Kargo goes on without this portal; what is there is shown when the cluster can be seen again.',
};

/** Kargo's objects in a cluster as the definition of an entity: to be run here, or run by the Kargo there. */
export function kargoDefinitions(
  deps: KargoDefinitionsDeps,
): DefinitionSource[] {
  const mapping = new ProjectMapping({ ...deps, rules: deps.rules ?? [] });
  mapping.onChange = ({ mode, target }) =>
    deps.changed(
      (mode === BESIDE.id ? BESIDE : DEFINITIONS).annotation,
      target,
    );
  return [
    sourceOf(DEFINITIONS, deps, mapping),
    {
      ...sourceOf(BESIDE, deps, mapping),
      runner: kargoRunner(deps),
      // of both modes, told once
      unmapped: () => mapping.unmapped(),
    },
  ];
}

/** A project of a cluster as the definition of the entity that names it: `<cluster>/<project>`. */
function sourceOf(
  mode: Mode,
  { clusters, changed }: KargoDefinitionsDeps,
  mapping: ProjectMapping,
): DefinitionSource {
  const { interests } = clusters;
  const { annotation, gather, kinds } = mode;
  const said = new Map<string, string>();
  /** Kinds go and come back one by one: what was said of a target stays as long as it is true. */
  const oneOf = (target: string, reasons: string[]) => {
    const before = said.get(target);
    const reason = before && reasons.includes(before) ? before : reasons[0];
    said.set(target, reason);
    return reason;
  };
  return {
    annotation,
    mapped: () => mapping.of(mode.id),
    async read(target, entityRef) {
      const wanted = parseTarget(target);
      if (!wanted)
        return unreadable(
          `${annotation}: "${target}" is no project of a cluster.`,
          'Write it as <cluster>/<project>, such as production/shop.',
        );
      try {
        const cluster = clusters.get(wanted.cluster);
        const { project } = wanted;
        const gathered = gather(cluster, project);
        interests.whenDifferent(topicsOfProject(cluster, project, kinds), {
          id: `definition:${annotation}:${target}`,
          wake: () => changed(annotation, target),
          sight: () => sightOf(gather(cluster, project)),
        });
        if (gathered.status !== 'unknown') {
          said.delete(target);
          const at = { annotation, target, entityRef };
          const isMapped = await mapping.maps(mode.id, at);
          return answer(gathered, { ...at, isMapped });
        }
        return unreadable(
          `${annotation}: ${oneOf(target, gathered.reasons)}.`,
          mode.meanwhile,
        );
      } catch (error) {
        return unreadable(
          `${annotation}: ${(error as Error).message}.`,
          'Name a cluster of this portal, or let its administrator add it.',
        );
      }
    },
  };
}

interface Asked {
  annotation: string;
  target: string;
  entityRef: string;
  /** A rule of the platform says that the project is for the entity. */
  isMapped: boolean;
}

function answer(
  gathered: Exclude<Gathered, { status: 'unknown' }>,
  { annotation, target, entityRef, isMapped }: Asked,
): SourcedDefinition {
  switch (gathered.status) {
    case 'starting':
      return { status: 'starting' };
    case 'absent':
      return unreadable(
        `${annotation}: There is no Project ${target}.`,
        'Create it in the cluster, or correct its name.',
      );
    default:
      return isMapped || isMeant(gathered.project, entityRef)
        ? { status: 'read', manifests: gathered.manifests }
        : unreadable(
            `${annotation}: Project ${target} does not say that it is for ${entityRef}.`,
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
