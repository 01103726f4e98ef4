import {
  MappedEntity,
  Unmapped,
  UnmappedTarget,
} from '@stevedore/plugin-stevedore-node';
import { KubernetesObject } from '../../api/resourceKind';
import { Clusters } from '../../watch/Clusters';
import { NAMESPACES, PROJECTS } from '../kargoKinds';
import { targetOf } from '../projectTarget';
import { mapProject, ProjectRule } from './mapProject';

interface Mapped extends MappedEntity {
  mode: ProjectRule['mode'];
}

export interface ProjectMappingOptions {
  clusters: Clusters;
  rules: readonly ProjectRule[];
  warn(sentence: string): void;
}

/** Which projects are for which entities by the platform's rules, as clusters were last seen. */
export class ProjectMapping {
  /** Told of what is mapped otherwise than before. */
  onChange: (mapped: { mode: ProjectRule['mode']; target: string }) => void =
    () => undefined;
  readonly #options: ProjectMappingOptions;
  readonly #known = new Map<string, Mapped[]>();
  /** By cluster, as it was last seen. */
  readonly #unmapped = new Map<string, UnmappedTarget[]>();
  readonly #unseen = new Set<string>();

  constructor(options: ProjectMappingOptions) {
    this.#options = options;
  }

  /** @returns undefined while one of the clusters was never seen: then nobody knows what is not mapped. */
  async of(mode: ProjectRule['mode']): Promise<MappedEntity[] | undefined> {
    const names = this.#clusters();
    const all = await Promise.all(names.map(name => this.#inCluster(name)));
    if (all.some(mapped => mapped === undefined)) return undefined;
    return all
      .flatMap(mapped => mapped ?? [])
      .filter(each => each.mode === mode)
      .map(({ entityRef, target }) => ({ entityRef, target }));
  }

  async unmapped(): Promise<Unmapped> {
    const names = this.#clusters();
    await Promise.all(names.map(name => this.#inCluster(name)));
    return {
      targets: names.flatMap(name => this.#unmapped.get(name) ?? []),
      unseen: names.filter(name => this.#unseen.has(name)),
    };
  }

  async maps(
    mode: ProjectRule['mode'],
    { entityRef, target }: MappedEntity,
  ): Promise<boolean> {
    const mapped = await this.of(mode);
    return (mapped ?? []).some(
      each => each.entityRef === entityRef && each.target === target.trim(),
    );
  }

  #clusters(): string[] {
    const { rules } = this.#options;
    return [...new Set(rules.map(({ cluster }) => cluster))];
  }

  async #inCluster(name: string): Promise<Mapped[] | undefined> {
    const cluster = this.#options.clusters.get(name);
    const kinds = this.#hasLabels(name) ? [PROJECTS, NAMESPACES] : [PROJECTS];
    const [projects, namespaces] = await Promise.all(
      kinds.map(kind => cluster.select(kind, '', {})),
    );
    const topics = kinds.flatMap(kind => cluster.topicsOfAll(kind, ''));
    const wake = () => void this.#changed(name);
    this.#options.clusters.interests.add(topics, {
      id: `mapping:${name}`,
      wake,
    });
    const unseen = [projects, namespaces].some(
      each => each?.status === 'unknown',
    );
    // what was seen last stays: a cluster that is away has not given its projects to somebody else
    if (unseen || projects.status === 'unknown') {
      this.#unseen.add(name);
      return this.#known.get(name);
    }
    this.#unseen.delete(name);
    const labels = new Map(
      (namespaces?.status === 'known' ? namespaces.objects : []).map(each => [
        each.metadata.name,
        each.metadata.labels ?? {},
      ]),
    );
    const mapped = this.#mapped(name, projects.objects, labels);
    this.#known.set(name, mapped);
    return mapped;
  }

  #hasLabels(cluster: string): boolean {
    return this.#options.rules.some(
      rule => rule.cluster === cluster && rule.label !== undefined,
    );
  }

  #mapped(
    cluster: string,
    projects: KubernetesObject[],
    labels: ReadonlyMap<string, Record<string, string>>,
  ): Mapped[] {
    const unmapped: UnmappedTarget[] = [];
    const mapped = projects.flatMap(({ metadata: { name } }): Mapped[] => {
      const project = { cluster, name, labels: labels.get(name) ?? {} };
      const found = mapProject(this.#options.rules, project);
      const target = targetOf({ cluster, project: name });
      if ('entityRef' in found) return [{ ...found, target }];
      unmapped.push({ ...found, target });
      return [];
    });
    const before = (this.#unmapped.get(cluster) ?? []).map(sentenceOf);
    for (const sentence of unmapped.map(sentenceOf))
      if (!before.includes(sentence)) this.#options.warn(sentence);
    this.#unmapped.set(cluster, unmapped);
    return mapped;
  }

  async #changed(cluster: string): Promise<void> {
    const before = this.#known.get(cluster) ?? [];
    const after = (await this.#inCluster(cluster)) ?? [];
    const keyOf = (each: Mapped) =>
      [each.mode, each.entityRef, each.target].join(' ');
    const old = new Set(before.map(keyOf));
    for (const each of after) if (!old.has(keyOf(each))) this.onChange(each);
  }
}

const sentenceOf = ({ target, reason }: UnmappedTarget): string =>
  `Kargo project ${target} belongs to no entity: ${reason}.`;
