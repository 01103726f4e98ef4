import { Pipeline } from '@stevedore/plugin-stevedore-common';
import { duration } from '../time/relativeTime';

export interface GraphNode {
  /** `warehouse/web`, `stage/dev`. */
  id: string;
  kind: 'warehouse' | 'stage';
  name: string;
  /** Lines more than the four that every box has: several artifacts, several subscriptions. */
  extraLines: number;
}

export interface GraphEdge {
  from: string;
  to: string;
  /** How long freight has to soak before it may pass, in words. */
  label?: string;
}

export interface PipelineGraph {
  nodes: GraphNode[];
  edges: GraphEdge[];
}

/** What feeds what. Several origins between the same two are one edge, with the longest soak. */
export function pipelineGraph({
  stages,
  warehouses,
}: Pick<Pipeline, 'stages' | 'warehouses'>): PipelineGraph {
  const nodes = [
    ...warehouses.map(({ name, watches }) =>
      node('warehouse', name, watches.length),
    ),
    ...stages.map(({ name, here }) => node('stage', name, here.length)),
  ];
  const known = new Set(nodes.map(({ id }) => id));
  const soaks = new Map<string, { from: string; to: string; ms: number }>();
  for (const stage of stages) {
    for (const edge of stage.edges) {
      const from = `${edge.kind}/${edge.from}`;
      const to = `stage/${stage.name}`;
      const key = JSON.stringify([from, to]);
      const ms = Math.max(edge.requiredSoakMs, soaks.get(key)?.ms ?? 0);
      if (known.has(from)) soaks.set(key, { from, to, ms });
    }
  }
  const edges = [...soaks.values()].map(({ from, to, ms }) => ({
    from,
    to,
    label: ms > 0 ? `soaks ${duration(ms)}` : undefined,
  }));
  return { nodes, edges };
}

function node(
  kind: GraphNode['kind'],
  name: string,
  things: number,
): GraphNode {
  const extraLines = Math.max(0, things - 1);
  return { id: `${kind}/${name}`, kind, name, extraLines };
}
