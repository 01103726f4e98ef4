import { Artifacts, FreightOrigin } from './artifacts';

/** An immutable set of artifact versions. `name` is Kargo's 40 hex identity. */
export interface Freight extends Artifacts {
  name: string;
  alias: string;
  origin: FreightOrigin;
  /** ISO 8601; drives order and auto-promotion. */
  discoveredAt: string;
  /** Actor ref: a user entity ref or `component:warehouse`. */
  createdBy: string;
}

/** Freight as a promotion or a stage refers to it (Kargo: FreightReference). */
export interface FreightReference extends Artifacts {
  name: string;
  origin: FreightOrigin;
}

/** What a stage holds: one freight per origin (Kargo: FreightCollection). */
export interface FreightCollection {
  /** sha1 hex of the sorted freight names joined by `,`. */
  id: string;
  /** Keyed by origin key, `Warehouse/<name>`. */
  items: Record<string, FreightReference>;
}

export function freightReference(freight: Freight): FreightReference {
  const { name, origin, commits, images, charts, artifacts } = freight;
  return { name, origin, commits, images, charts, artifacts };
}

/** What a search of freight looks into: alias and versions, lower case, one a line. The name matches by prefix. */
export function freightSearchText(freight: Freight): string {
  const texts = [
    freight.alias,
    ...freight.commits.flatMap(commit => [commit.id, commit.tag]),
    ...freight.images.map(image => image.tag),
    ...freight.charts.map(chart => chart.version),
    ...freight.artifacts.map(artifact => artifact.version),
  ];
  return texts.filter(Boolean).join('\n').toLowerCase();
}
