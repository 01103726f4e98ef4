import { NewEntry } from '../../model/ledger';
import { RowKey, StageRow } from '../../model/rows';
import { entryOf, expectPromotion } from '../commit';
import { EngineContext } from '../context';

/** The first good verification after a rollback ends the time to restore; it is written down together with it. */
export async function restoredBy(
  engine: EngineContext,
  project: string,
  { stage, history: [here] }: StageRow,
): Promise<{ entries: NewEntry[]; expect: (RowKey & { version: number })[] }> {
  const promotion = here?.rollback
    ? await engine.store.promotion(project, here.promotion)
    : undefined;
  if (!promotion?.rollback || promotion.restored)
    return { entries: [], expect: [] };
  const { badSince } = promotion.rollback;
  const entry = entryOf(engine, {
    verb: 'promotion.restored',
    actor: 'component:verification',
    subject: `promotion:${promotion.name}`,
    data: {
      promotion: promotion.name,
      stage,
      badSince,
      afterMs: Math.max(0, engine.clock.now() - Date.parse(badSince)),
    },
  });
  return { entries: [entry], expect: [expectPromotion(promotion)] };
}
