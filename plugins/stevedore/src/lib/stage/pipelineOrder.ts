import { PipelineStage } from '@stevedore/plugin-stevedore-common';

/** Stages so that each stands after those it takes freight from; otherwise as the definition has them. */
export function pipelineOrder(
  stages: readonly PipelineStage[],
): PipelineStage[] {
  const ordered: PipelineStage[] = [];
  const visited = new Set<string>();
  const visit = (stage: PipelineStage) => {
    // a circle is refused when a definition is read; here it must only not hang
    if (visited.has(stage.name)) return;
    visited.add(stage.name);
    const upstream = stage.edges.filter(edge => edge.kind === 'stage');
    for (const { from } of upstream) {
      const found = stages.find(each => each.name === from);
      if (found) visit(found);
    }
    ordered.push(stage);
  };
  stages.forEach(visit);
  return ordered;
}
