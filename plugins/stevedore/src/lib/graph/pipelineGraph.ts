import { Pipeline } from '@stevedore/plugin-stevedore-common';
import { groupLines } from '../stage/groupLines';
import { Folds, StageSpot, stageSpots } from '../stage/parallelStages';
import { duration } from '../time/relativeTime';

export interface GraphNode {
  /** `warehouse/web`, `stage/dev`, `group/dev`. */
  id: string;
  kind: 'warehouse' | 'stage' | 'group';
  /** Of the warehouse or stage; of a folded group its id. */
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
export function pipelineGraph(
  { stages, warehouses }: Pick<Pipeline, 'stages' | 'warehouses'>,
  folds: Folds = {},
): PipelineGraph {
  const spots = stageSpots(stages, folds);
  const nodes = [
    ...warehouses.map(({ name, watches }) =>
      node('warehouse', name, watches.length),
    ),
    ...spots.map(spotNode),
  ];
  const known = nodeOf(warehouses, spots);
  const soaks = new Map<string, { from: string; to: string; ms: number }>();
  for (const stage of stages) {
    for (const edge of stage.edges) {
      const from = known.get(`${edge.kind}/${edge.from}`);
      const to = known.get(`stage/${stage.name}`)!;
      const key = JSON.stringify([from, to]);
      const ms = Math.max(edge.requiredSoakMs, soaks.get(key)?.ms ?? 0);
      if (from && from !== to) soaks.set(key, { from, to, ms });
    }
  }
  const edges = [...soaks.values()].map(({ from, to, ms }) => ({
    from,
    to,
    label: ms > 0 ? `soaks ${duration(ms)}` : undefined,
  }));
  return { nodes, edges };
}

/** Ids of nodes by what stands in them. */
function nodeOf(
  warehouses: Pipeline['warehouses'],
  spots: readonly StageSpot[],
): ReadonlyMap<string, string> {
  const ofStages = spots.flatMap(spot =>
    spot.stages.map(({ name }): [string, string] => [
      `stage/${name}`,
      spotNode(spot).id,
    ]),
  );
  const ids = warehouses.map(({ name }) => `warehouse/${name}`);
  return new Map([...ids.map((id): [string, string] => [id, id]), ...ofStages]);
}

function spotNode({ group, folded, stages }: StageSpot): GraphNode {
  const [{ name, here }] = stages;
  if (!folded || !group) return node('stage', name, here.length);
  const lines = groupLines(group);
  // two lines of each are what a box has room for
  const things = lines.states.length + lines.here.length - 3;
  return node('group', group.id, things);
}

function node(
  kind: GraphNode['kind'],
  name: string,
  things: number,
): GraphNode {
  const extraLines = Math.max(0, things - 1);
  return { id: `${kind}/${name}`, kind, name, extraLines };
}
