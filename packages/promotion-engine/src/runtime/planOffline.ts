import { buildPromotion, collectionId } from '../decide/buildPromotion';
import { originKey } from '../model/artifacts';
import { Project } from '../model/definition';
import { Freight, freightReference } from '../model/freight';
import { Plan } from '../model/promotion';
import { FreightRow, StageRow } from '../model/rows';
import { Ids } from '../ports/runtime';
import { isoNow, PlanningContext } from './context';
import { planPromotion } from './planPromotion';

/** What a plan needs where there is no database: everything else of it is empty. */
export type OfflineContext = Omit<PlanningContext, 'store' | 'grants'> & {
  ids: Ids;
};

export interface OfflineQuestion {
  project: Project;
  stage: string;
  /** The first is promoted; others stand for what the stage has of its other origins. */
  freight: [Freight, ...Freight[]];
}

/**
 * The plan of a promotion by the same steps that a backend would run, from a definition and freight alone.
 * @throws Error when there is no such stage, or it runs no steps
 */
export async function planOffline(
  context: OfflineContext,
  { project, stage: name, freight }: OfflineQuestion,
): Promise<Plan> {
  const stage = project.stages.find(each => each.name === name);
  if (!stage) {
    const known = project.stages.map(each => each.name).join(', ');
    throw new Error(`There is no stage ${name}; there are ${known}.`);
  }
  if (!stage.promotionTemplate) {
    throw new Error(
      stage.targets
        ? `Stage ${name} has targets; plan one of ${stage.targets.join(', ')}.`
        : `Stage ${name} only passes freight on; it runs no steps.`,
    );
  }
  const request = buildPromotion({
    project,
    stage,
    freight: freight[0],
    stageRow: stageRow(project, name, freight),
    approvals: [],
    ulid: context.ids.ulid(),
    pins: { now: isoNow(context), seed: context.ids.seed(), inputs: {} },
    automatic: false,
  });
  const planning: PlanningContext = {
    ...context,
    // nobody's portal, nobody's credentials: what this person may read is what can be read
    grants: { refusal: async () => undefined },
    store: emptyStore(project.name, freight),
  };
  return planPromotion(
    planning,
    { ...request, project: project.name, requester: 'user:default/guest' },
    { entityRef: '' },
  );
}

function stageRow(
  project: Project,
  stage: string,
  freight: readonly Freight[],
): StageRow {
  const items = Object.fromEntries(
    freight.map(each => [originKey(each.origin), freightReference(each)]),
  );
  const id = collectionId(Object.values(items));
  return {
    project: project.name,
    stage,
    history: [{ id, items, since: '', promotion: '' }],
    holds: {},
    version: 0,
  };
}

function emptyStore(
  project: string,
  freight: readonly Freight[],
): PlanningContext['store'] {
  return {
    stage: async () => undefined,
    freightStages: async () => [],
    freight: async (_, name): Promise<FreightRow | undefined> => {
      const found = freight.find(each => each.name === name);
      return found && { ...found, project, metadata: {}, version: 1 };
    },
  };
}
