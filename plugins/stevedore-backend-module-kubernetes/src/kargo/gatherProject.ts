import { ManifestFile } from '@stevedore/promotion-engine';
import { ResourceKind } from '../api/resourceKind';
import { Cluster } from '../watch/Cluster';
import {
  ANALYSIS_TEMPLATES,
  CLUSTER_ANALYSIS_TEMPLATES,
  CLUSTER_PROMOTION_TASKS,
  CLUSTER_SCOPED,
  KARGO_DEFINITIONS,
  KARGO_OUTLINE,
  KargoObject,
  PROJECT_CONFIGS,
  PROJECTS,
  PROMOTION_TASKS,
  STAGES,
  WAREHOUSES,
} from './kargoKinds';
import { outlineOf } from './beside/outlineOf';
import { manifestOf } from './manifestOf';
import {
  Reference,
  tasksOf,
  templatesOfStage,
  templatesOfTemplate,
} from './references';

/** What a cluster shows of a project now. */
export type Gathered =
  | { status: 'found'; project: KargoObject; manifests: ManifestFile[] }
  | { status: 'absent' }
  | { status: 'starting' }
  /** One sentence for each kind that cannot be seen. */
  | { status: 'unknown'; reasons: string[] };

const namespaceOf = (kind: ResourceKind, project: string) =>
  CLUSTER_SCOPED.includes(kind) ? '' : project;

/** What tells when it may be different: of every kind, since a new reference makes one more count. */
export function topicsOfProject(
  cluster: Cluster,
  name: string,
  kinds: readonly ResourceKind[] = KARGO_DEFINITIONS,
): string[] {
  return kinds.flatMap(kind => {
    const namespace = namespaceOf(kind, name);
    return kind === PROJECTS
      ? cluster.topicsOf({ kind, namespace, name })
      : cluster.topicsOfAll(kind, namespace);
  });
}

/**
 * The definition of a project: its own objects, and of templates and of kinds in no namespace only those that its
 * Stages refer to, because others are none of its business and need not be readable.
 */
export function gatherProject(cluster: Cluster, name: string): Gathered {
  const view = new View(cluster, name);
  const project = view.project();
  const manifests: ManifestFile[] = [];
  const take = (kind: ResourceKind, objects: KargoObject[]) =>
    manifests.push(...objects.map(object => manifestOf(kind, object)));
  if (project) take(PROJECTS, [project]);
  take(PROJECT_CONFIGS, view.all(PROJECT_CONFIGS));
  take(WAREHOUSES, view.all(WAREHOUSES));
  const stages = view.all(STAGES);
  take(STAGES, stages);
  take(PROMOTION_TASKS, view.all(PROMOTION_TASKS));
  const tasks = stages.flatMap(tasksOf).filter(({ inCluster }) => inCluster);
  take(CLUSTER_PROMOTION_TASKS, view.named(CLUSTER_PROMOTION_TASKS, tasks));
  const templates = allTemplates(view, stages.flatMap(templatesOfStage));
  take(ANALYSIS_TEMPLATES, templates.own);
  take(CLUSTER_ANALYSIS_TEMPLATES, templates.inCluster);
  return gathered(view, project, manifests);
}

/** The outline of a project that a Kargo runs: nothing else of its definition is needed to show it. */
export function gatherOutline(cluster: Cluster, name: string): Gathered {
  const view = new View(cluster, name);
  const project = view.project();
  const manifests = project ? [manifestOf(PROJECTS, project)] : [];
  for (const kind of KARGO_OUTLINE.filter(each => each !== PROJECTS))
    manifests.push(
      ...view.all(kind).map(each => manifestOf(kind, outlineOf(kind, each))),
    );
  return gathered(view, project, manifests);
}

function gathered(
  view: View,
  project: KargoObject | undefined,
  manifests: ManifestFile[],
): Gathered {
  if (view.starting) return { status: 'starting' };
  if (view.unknown.size > 0)
    return { status: 'unknown', reasons: [...view.unknown] };
  if (!project) return { status: 'absent' };
  return { status: 'found', project, manifests };
}

/** Templates refer to templates, in circles, too: those are found out where definitions are judged. */
function allTemplates(view: View, first: Reference[]) {
  const own = new Map<string, KargoObject>();
  const inCluster = new Map<string, KargoObject>();
  /** Those that are new, of what is referred to. */
  const find = (references: Reference[]): KargoObject[] => {
    const wanted = (known: typeof own) =>
      references.filter(
        each =>
          each.inCluster === (known === inCluster) && !known.has(each.name),
      );
    const add = (kind: ResourceKind, known: typeof own) => {
      const objects = view.named(kind, wanted(known));
      for (const object of objects) known.set(object.metadata.name, object);
      return objects;
    };
    return [
      ...add(ANALYSIS_TEMPLATES, own),
      ...add(CLUSTER_ANALYSIS_TEMPLATES, inCluster),
    ];
  };
  let news = find(first);
  while (news.length > 0) news = find(news.flatMap(templatesOfTemplate));
  return { own: sorted(own.values()), inCluster: sorted(inCluster.values()) };
}

const sorted = (objects: Iterable<KargoObject>) =>
  [...objects].sort((a, b) => (a.metadata.name < b.metadata.name ? -1 : 1));

/** Looks at kinds, and remembers whether each could be seen. */
class View {
  starting = false;
  /** Why something cannot be seen. */
  readonly unknown = new Set<string>();
  readonly #cluster: Cluster;
  readonly #project: string;

  constructor(cluster: Cluster, project: string) {
    this.#cluster = cluster;
    this.#project = project;
  }

  project(): KargoObject | undefined {
    return this.all(PROJECTS).find(
      ({ metadata }) => metadata.name === this.#project,
    );
  }

  all(kind: ResourceKind): KargoObject[] {
    const namespace = namespaceOf(kind, this.#project);
    const seen = this.#cluster.peekAll<KargoObject>(kind, namespace, {});
    if (seen.status === 'known') return seen.objects;
    if (this.#cluster.hasAnswered(kind, namespace))
      this.unknown.add(seen.reason);
    else this.starting = true;
    return [];
  }

  /** Without a reference to it, a kind is not even asked for. */
  named(kind: ResourceKind, references: Reference[]): KargoObject[] {
    const names = new Set(references.map(({ name }) => name));
    if (names.size === 0) return [];
    return this.all(kind).filter(({ metadata }) => names.has(metadata.name));
  }
}
