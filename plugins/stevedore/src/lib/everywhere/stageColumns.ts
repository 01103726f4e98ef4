import {
  PipelineOverview,
  PipelineStage,
} from '@stevedore/plugin-stevedore-common';
import { pipelineOrder } from '../stage/pipelineOrder';

/** Names of stages as columns for several pipelines: one column a name, each pipeline's order kept where they agree. */
export function stageColumns(
  rows: readonly Pick<PipelineOverview, 'stages'>[],
): string[] {
  const columns: string[] = [];
  for (const { stages } of rows) {
    let at = 0;
    for (const { name } of pipelineOrder(stages)) {
      const known = columns.indexOf(name);
      if (known === -1) columns.splice(at, 0, name);
      at = Math.max(at, (known === -1 ? at : known) + 1);
    }
  }
  return columns;
}

export function stageOf(
  { stages }: Pick<PipelineOverview, 'stages'>,
  name: string,
): PipelineStage | undefined {
  return stages.find(each => each.name === name);
}
