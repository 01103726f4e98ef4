import { autoPromotionCandidate } from '../decide/autoPromotion';
import { originKey } from '../model/artifacts';
import { FreightRequest, Project, Stage } from '../model/definition';
import { FreightRow } from '../model/rows';
import { autoCandidate } from './autoCandidate';
import { EngineContext } from './context';

/** How many of the newest freight are looked at in one read. */
const PAGE = 50;

/**
 * What a policy would promote now, oldest first: the newest alone, or, where the queue of the stage goes in order,
 * every available freight that is newer than what the stage has or waits for. A stage that never had any begins
 * with the newest.
 */
export async function autoCandidates(
  engine: EngineContext,
  project: Project,
  of: { stage: Stage; request: FreightRequest },
): Promise<FreightRow[]> {
  const { stage, request } = of;
  const inOrder =
    stage.queue?.kind === 'inOrder' &&
    request.sources.selectionPolicy === 'NewestFreight';
  const reached = inOrder
    ? await reachedAt(engine, project.name, of)
    : undefined;
  if (reached === undefined) {
    const newest = await autoCandidate(engine, project, of);
    return newest ? [newest] : [];
  }
  return newerThan(engine, project.name, { ...of, reached });
}

async function newerThan(
  engine: EngineContext,
  project: string,
  of: { stage: Stage; request: FreightRequest; reached: number },
): Promise<FreightRow[]> {
  const { stage, request, reached } = of;
  const found: FreightRow[] = [];
  let after: string | undefined;
  do {
    const page = await engine.store.freightPage(project, {
      origin: originKey(request.origin),
      after,
      limit: PAGE,
    });
    const newer = page.items.filter(
      ({ discoveredAt }) => Date.parse(discoveredAt) > reached,
    );
    const rows = await engine.store.freightStages(
      project,
      newer.map(({ name }) => name),
    );
    const now = engine.clock.now();
    found.push(
      ...newer.filter(each =>
        autoPromotionCandidate(stage, request, { freight: [each], rows, now }),
      ),
    );
    after = newer.length === page.items.length ? page.next : undefined;
  } while (after);
  return found.reverse();
}

/** When the newest freight was discovered that the stage had or waits for; undefined when there is none. */
async function reachedAt(
  engine: EngineContext,
  project: string,
  { stage, request }: { stage: Stage; request: FreightRequest },
): Promise<number | undefined> {
  const key = originKey(request.origin);
  const [row, open] = await Promise.all([
    engine.store.stage(project, stage.name),
    engine.store.openPromotions(project, stage.name),
  ]);
  const had = (row?.history ?? []).flatMap(({ items }) => items[key] ?? []);
  const waits = open
    .map(({ freight }) => freight)
    .filter(({ origin }) => originKey(origin) === key);
  const names = new Set([...had, ...waits].map(({ name }) => name));
  const known = await Promise.all(
    [...names].map(name => engine.store.freight(project, name)),
  );
  const times = known.flatMap(freight =>
    freight ? [Date.parse(freight.discoveredAt)] : [],
  );
  return times.length > 0 ? Math.max(...times) : undefined;
}
