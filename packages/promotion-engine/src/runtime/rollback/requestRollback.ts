import { originKey } from '../../model/artifacts';
import { PromotionRow } from '../../model/rows';
import { end } from '../advanceRequest';
import { expectStage } from '../commit';
import { EngineContext } from '../context';
import { createRequest, NewRequest } from '../createRequest';
import { quarantining } from '../quarantineFreight';
import { requireReason } from '../requireReason';
import { FoundRollback } from './resolveRollback';

/**
 * Requests a rollback that was found possible. The stage's row is expected as it was read, so that of two who go back
 * at once only one does. What a policy had queued for the stage gives way.
 */
export async function requestRollback(
  engine: EngineContext,
  found: FoundRollback,
  how: Pick<
    NewRequest,
    'actor' | 'automatic' | 'reason' | 'inputs' | 'plan'
  > & {
    /** Marks what is taken out as bad. */
    quarantine?: boolean;
  },
): Promise<PromotionRow> {
  const { quarantine, ...asked } = how;
  const { project, stage, freight, rollback, stageRow, out } = found;
  const marks =
    quarantine && out
      ? await quarantining(engine, {
          project: project.name,
          freight: out.name,
          actor: asked.actor,
          reason: requireReason(asked.reason, 'quarantine freight'),
        })
      : { entries: [], expect: [] };
  const promotion = await createRequest(engine, {
    project,
    stage,
    freight,
    rollback,
    ...asked,
    and: {
      entries: marks.entries,
      expect: [expectStage(stage.name, stageRow), ...marks.expect],
    },
  });
  await giveWay(engine, promotion);
  const stages = marks.entries.length > 0 ? project.stages : [stage];
  for (const { name } of stages)
    await engine.queue.enqueue({ kind: 'stage', project: project.name, name });
  return promotion;
}

/** What a policy wanted in the stage and has not begun would follow the rollback and undo it. */
async function giveWay(
  engine: EngineContext,
  rollback: PromotionRow,
): Promise<void> {
  const { project, stage, name, requester, freight } = rollback;
  const open = await engine.store.openPromotions(project, stage);
  const queued = open.filter(
    each =>
      each.automatic &&
      !each.rollback &&
      each.phase !== 'Running' &&
      originKey(each.freight.origin) === originKey(freight.origin),
  );
  for (const each of queued)
    await end(engine, each, {
      phase: 'Superseded',
      by: requester,
      message: `superseded by the rollback ${name}`,
    });
}
