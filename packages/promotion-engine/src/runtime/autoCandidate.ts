import { autoPromotionCandidate } from '../decide/autoPromotion';
import { originKey } from '../model/artifacts';
import { FreightRequest, Project, Stage } from '../model/definition';
import { FreightRow } from '../model/rows';
import { EngineContext } from './context';

/** How many of the newest freight are looked at in one read. */
const PAGE = 50;

/** The candidate of one origin, looked for page by page from the newest. */
export async function autoCandidate(
  engine: EngineContext,
  project: Project,
  of: { stage: Stage; request: FreightRequest },
): Promise<FreightRow | undefined> {
  const { stage, request } = of;
  let after: string | undefined;
  do {
    const page = await engine.store.freightPage(project.name, {
      origin: originKey(request.origin),
      after,
      limit: PAGE,
    });
    const rows = await engine.store.freightStages(
      project.name,
      page.items.map(freight => freight.name),
    );
    const found = autoPromotionCandidate(stage, request, {
      freight: page.items,
      rows,
      now: engine.clock.now(),
    });
    if (found) return found;
    after = page.next;
  } while (after);
  return undefined;
}
