import { supersededInQueue } from '../decide/queue';
import { GateReport } from '../model/gate';
import { PromotionRow } from '../model/rows';
import { end } from './advanceRequest';
import { EngineContext } from './context';

/**
 * Ends promotions whose place a newer one takes, as the queue of their stage says, each with a sentence that names
 * the newer one.
 * @returns true when the promotion that looked is among them
 */
export async function settleQueue(
  engine: EngineContext,
  promotion: PromotionRow,
  report: GateReport,
): Promise<boolean> {
  const { project, stage: name } = promotion;
  const [definition, open] = await Promise.all([
    engine.definitions.load(project),
    engine.store.openPromotions(project, name),
  ]);
  const stage = definition?.project.stages.find(each => each.name === name);
  if (!stage) return false;
  const keepsBack = report.verdicts.find(
    ({ gate, status }) =>
      status !== 'pass' &&
      engine.registry.gates.some(({ id, queues }) => id === gate && queues),
  );
  const superseded = supersededInQueue(open, {
    policy: stage.queue,
    keptBack: keepsBack !== undefined,
    now: engine.clock.now(),
  });
  for (const { promotion: older, by } of superseded) {
    const alias = await engine.store.freight(project, by.freight.name);
    const why = keepsBack
      ? `; only the newest goes when ${name} opens`
      : `; the queue of ${name} takes only the newest`;
    await end(engine, older, {
      phase: 'Superseded',
      by: 'component:queue',
      message: `superseded by ${alias?.alias ?? by.freight.name} (${
        by.name
      })${why}`,
    });
  }
  return superseded.some(each => each.promotion.name === promotion.name);
}
