import { PipelineStage } from '@stevedore/plugin-stevedore-common';
import { pipelineOrder } from './pipelineOrder';

/** So many stages side by side can be folded into one. */
const SMALLEST = 3;
/** So many are folded until somebody unfolds them. */
const MANY = 5;

/** Stages that take freight from the same places, regions for example. */
export interface StageGroup {
  /** By what feeds them: `staging`, `dev+qa`, `warehouse/web`. */
  id: string;
  /** What their names have in common, or what they come after. */
  name: string;
  stages: PipelineStage[];
}

/** Ids of groups, joined by commas, as the address has them. */
export interface Folds {
  folded?: string;
  unfolded?: string;
}

/** What stands in one place of the graph, the list and the grid. */
export interface StageSpot {
  /** The same for a folded group and for the first stage of it unfolded. */
  key: string;
  /** One, unless it is a folded group. */
  stages: PipelineStage[];
  /** Of a folded group; of an unfolded one at its first stage. */
  group?: StageGroup;
  folded: boolean;
}

/** In the order of the pipeline. */
export function parallelGroups(stages: readonly PipelineStage[]): StageGroup[] {
  const bySource = new Map<string, PipelineStage[]>();
  for (const stage of pipelineOrder(stages)) {
    const id = sourcesOf(stage);
    if (id) bySource.set(id, [...(bySource.get(id) ?? []), stage]);
  }
  return [...bySource]
    .filter(([, members]) => members.length >= SMALLEST)
    .map(([id, members]) => ({
      id,
      name: commonName(members) ?? `after ${id.replaceAll('+', ' and ')}`,
      stages: members,
    }));
}

export function isFolded(group: StageGroup, folds: Folds): boolean {
  if (idsOf(folds.folded).includes(group.id)) return true;
  if (idsOf(folds.unfolded).includes(group.id)) return false;
  return group.stages.length >= MANY;
}

/** The address with one group the other way round. */
export function toggleFold(group: StageGroup, folds: Folds): Folds {
  const without = (list?: string) => idsOf(list).filter(id => id !== group.id);
  const [folded, unfolded] = [without(folds.folded), without(folds.unfolded)];
  (isFolded(group, folds) ? unfolded : folded).push(group.id);
  return {
    folded: folded.join(',') || undefined,
    unfolded: unfolded.join(',') || undefined,
  };
}

/** Stages in the order of the pipeline; a folded group stands where its first stage would. */
export function stageSpots(
  stages: readonly PipelineStage[],
  folds: Folds,
): StageSpot[] {
  const groups = parallelGroups(stages);
  return pipelineOrder(stages).flatMap(stage => {
    const group = groups.find(each => each.stages.includes(stage));
    const first = group?.stages[0] === stage;
    const folded = group !== undefined && isFolded(group, folds);
    if (folded && !first) return [];
    return {
      key: first ? `group ${group.id}` : stage.name,
      stages: folded ? group.stages : [stage],
      group: first ? group : undefined,
      folded,
    };
  });
}

/** `prod (5 stages)`. */
export function groupLabel({ name, stages }: StageGroup): string {
  return `${name} (${stages.length} stages)`;
}

function sourcesOf({ edges }: PipelineStage): string {
  const sources = edges.map(({ kind, from }) =>
    kind === 'stage' ? from : `${kind}/${from}`,
  );
  return [...new Set(sources)].sort().join('+');
}

function idsOf(list = ''): string[] {
  return list.split(',').filter(Boolean);
}

/** The words at the beginning, or else at the end, that all names have: `prod-eu` and `prod-us` are `prod`. */
function commonName(stages: readonly PipelineStage[]): string | undefined {
  const names = stages.map(({ name }) => name.split('-'));
  const atEnd = () => common(names.map(words => [...words].reverse()));
  return common(names).join('-') || atEnd().reverse().join('-') || undefined;
}

function common([first, ...others]: string[][]): string[] {
  const end = first.findIndex((word, index) =>
    others.some(words => words[index] !== word),
  );
  return end === -1 ? first : first.slice(0, end);
}
