import dagre from '@dagrejs/dagre';
import { GraphEdge, GraphNode, PipelineGraph } from './pipelineGraph';

/** Pixels. A longer word moves nothing; only one more thing in a box makes it higher. */
const WIDTH = { warehouse: 208, stage: 224, group: 224 };
const HEIGHT = 136;
const LINE = 22;
const GAP = { betweenRanks: 72, betweenNodes: 24, margin: 8 };

/** Left upper corner and size, pixels. */
export interface PlacedNode extends GraphNode {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface PlacedEdge extends GraphEdge {
  /** For `d` of an SVG path. */
  path: string;
  /** Where the label stands, pixels. */
  labelAt: { x: number; y: number };
}

export interface GraphLayout {
  width: number;
  height: number;
  /** From left to right, then from top to bottom: the order of the keyboard. */
  nodes: PlacedNode[];
  edges: PlacedEdge[];
}

/** Places boxes and lines, upstream at the left. */
export function layoutGraph({ nodes, edges }: PipelineGraph): GraphLayout {
  const graph = new dagre.graphlib.Graph();
  graph.setGraph({
    rankdir: 'LR',
    ranksep: GAP.betweenRanks,
    nodesep: GAP.betweenNodes,
    marginx: GAP.margin,
    marginy: GAP.margin,
  });
  for (const node of nodes) graph.setNode(node.id, sizeOf(node));
  for (const { from, to } of edges) graph.setEdge(from, to, {});
  dagre.layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  return {
    width,
    height,
    nodes: nodes
      .map(node => placed(node, graph.node(node.id)))
      .sort(readingOrder),
    edges: edges.map(edge => {
      const { points } = graph.edge(edge.from, edge.to);
      return {
        ...edge,
        path: curve(points),
        labelAt: points[Math.floor(points.length / 2)],
      };
    }),
  };
}

function sizeOf({ kind, extraLines }: GraphNode) {
  return { width: WIDTH[kind], height: HEIGHT + LINE * extraLines };
}

type Point = { x: number; y: number };

function placed(node: GraphNode, centre: Point): PlacedNode {
  const { width, height } = sizeOf(node);
  return {
    ...node,
    width,
    height,
    x: centre.x - width / 2,
    y: centre.y - height / 2,
  };
}

function readingOrder(a: PlacedNode, b: PlacedNode): number {
  return a.x - b.x || a.y - b.y;
}

/** A line through the points whose corners are round. */
function curve([first, ...rest]: Point[]): string {
  const last = rest[rest.length - 1];
  const bends = rest.slice(0, -1).map((point, index) => {
    const next = rest[index + 1];
    const middle =
      next === last
        ? last
        : { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 };
    return `Q${at(point)} ${at(middle)}`;
  });
  return [`M${at(first)}`, ...(bends.length ? bends : [`L${at(last)}`])].join(
    ' ',
  );
}

function at({ x, y }: Point): string {
  return `${Math.round(x)},${Math.round(y)}`;
}
