import fc from 'fast-check';
import { pipeline, stage } from '../../fixtures/pipeline';
import { layoutGraph, PlacedNode } from './layoutGraph';
import { pipelineGraph } from './pipelineGraph';

it('says what feeds what, and how long it soaks', () => {
  const { nodes, edges } = pipelineGraph(pipeline());
  expect(nodes.map(({ id }) => id)).toEqual([
    'warehouse/web',
    'stage/dev',
    'stage/staging',
    'stage/prod',
  ]);
  expect(edges).toEqual([
    { from: 'warehouse/web', to: 'stage/dev', label: undefined },
    { from: 'stage/dev', to: 'stage/staging', label: undefined },
    { from: 'stage/staging', to: 'stage/prod', label: 'soaks 30 min' },
  ]);
});

it('draws one line for several origins, and none from what is not there', () => {
  const edge = { kind: 'stage' as const, requiredSoakMs: 0 };
  const { edges } = pipelineGraph({
    warehouses: [],
    stages: [
      stage('dev'),
      stage('prod', {
        edges: [
          { ...edge, from: 'dev', origin: 'Warehouse/a' },
          {
            ...edge,
            from: 'dev',
            origin: 'Warehouse/b',
            requiredSoakMs: 60_000,
          },
          { ...edge, from: 'gone' },
        ],
      }),
    ],
  });
  expect(edges).toEqual([
    { from: 'stage/dev', to: 'stage/prod', label: 'soaks 1 min' },
  ]);
});

/** Each stage takes from some of those before it. */
const stages = fc
  .array(fc.array(fc.nat(20), { maxLength: 3 }), { maxLength: 12 })
  .map(all =>
    all.map((sources, index) =>
      stage(`s${index}`, {
        edges: [...new Set(sources)]
          .filter(from => from < index)
          .map(from => ({
            from: `s${from}`,
            kind: 'stage' as const,
            requiredSoakMs: 0,
          })),
      }),
    ),
  );

it('puts no box upon another, and upstream to the left', () => {
  fc.assert(
    fc.property(stages, all => {
      const graph = pipelineGraph({ stages: all, warehouses: [] });
      const layout = layoutGraph(graph);
      const boxes = new Map(layout.nodes.map(node => [node.id, node]));
      layout.nodes.forEach((one, index) =>
        layout.nodes.slice(index + 1).forEach(other => {
          expect(overlap(one, other)).toBe(false);
        }),
      );
      for (const { from, to } of layout.edges)
        expect(boxes.get(from)!.x).toBeLessThan(boxes.get(to)!.x);
      for (const { x, y, width, height } of layout.nodes) {
        expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
        expect(x + width).toBeLessThanOrEqual(layout.width);
        expect(y + height).toBeLessThanOrEqual(layout.height);
      }
    }),
    { numRuns: 50 },
  );
});

function overlap(a: PlacedNode, b: PlacedNode): boolean {
  return (
    a.x < b.x + b.width &&
    b.x < a.x + a.width &&
    a.y < b.y + b.height &&
    b.y < a.y + a.height
  );
}
