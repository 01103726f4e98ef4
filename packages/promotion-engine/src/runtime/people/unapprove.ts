import { GateReport } from '../../model/gate';
import { PromotionRow, StepRow } from '../../model/rows';
import {
  commitAndTell,
  entryOf,
  expectPromotion,
  expectStage,
} from '../commit';
import { EngineContext } from '../context';

/**
 * Approvals that expired or were withdrawn after they let a promotion go: it waits for people again and holds
 * nothing meanwhile. Once something is written, gates do not count any more.
 * @returns true when it does
 */
export async function unapprove(
  engine: EngineContext,
  promotion: PromotionRow,
  { report, steps }: { report: GateReport; steps: StepRow[] },
): Promise<boolean> {
  const verdict = report.verdicts.find(({ gate }) => gate === 'approvals');
  if (!verdict || verdict.status === 'pass') return false;
  if (promotion.approvals.length === 0) return false;
  const { project, name, stage } = promotion;
  const stageRow = await engine.store.stage(project, stage);
  const again = steps.map(({ index }) => index);
  await commitAndTell(engine, project, {
    entries: [
      entryOf(engine, {
        verb: 'promotion.unapproved',
        actor: 'component:promotions',
        subject: `promotion:${name}`,
        reason: verdict.sentence,
        data: { promotion: name, stage, steps: again },
      }),
    ],
    expect: [expectPromotion(promotion), expectStage(stage, stageRow)],
  });
  await engine.queue.enqueue({ kind: 'stage', project, name: stage });
  return true;
}
