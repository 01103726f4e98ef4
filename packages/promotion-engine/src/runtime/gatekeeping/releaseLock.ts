import { selectsStage } from '../../decide/isAutoPromotionEnabled';
import { ConflictError } from '../../model/errors';
import { LockRow } from '../../model/calendar';
import { PromotionRow, rowKey } from '../../model/rows';
import { commitAct, commitAndTell, entryOf, expectPromotion } from '../commit';
import { EngineContext } from '../context';
import { Actor, RequestError } from '../engine';
import { LockRelease } from './Gatekeeping';
import { queuedIn, wakeQueue } from './wakeQueue';

/** How many of those that wait a sentence names. */
const NAMED = 3;

/**
 * Releases one lock; others stay. What waited behind it goes, or is aborted, as is said.
 * @throws RequestError when it is not there, when it is released already, or when promotions wait and nobody says what becomes of them
 */
export async function releaseLock(
  engine: EngineContext,
  input: LockRelease,
): Promise<LockRow> {
  const { project, id, actor, reason, queue = 'release' } = input;
  const lock = await engine.store.lock(project, id);
  if (!lock) throw new RequestError('notFound', `there is no lock ${id}`);
  if (lock.released)
    throw new RequestError(
      'conflict',
      `${lock.released.actor} has released it already`,
    );
  const waiting = await behind(engine, lock);
  if (waiting.length > 0 && !input.queue)
    throw new RequestError('conflict', question(waiting));
  // whoever dies here leaves the lock where it is
  if (queue === 'drop') await abortAll(engine, waiting, { actor, reason });
  await commitAct(engine, project, {
    entries: [
      entryOf(engine, {
        verb: 'lock.released',
        actor: actor.ref,
        subject: `lock:${id}`,
        reason,
        data: { lock: id, queue },
      }),
    ],
    expect: [{ ...rowKey.lock(id), version: lock.version }],
  });
  await wakeQueue(engine, project);
  return (await engine.store.lock(project, id))!;
}

/** Promotions in queues that the lock holds back. */
async function behind(
  engine: EngineContext,
  lock: LockRow,
): Promise<PromotionRow[]> {
  const found: PromotionRow[] = [];
  const concerned = new Map<string, boolean>();
  for await (const { project, stage, name } of queuedIn(engine, lock.project)) {
    if (!concerned.has(project)) {
      const [yes] =
        project === lock.project
          ? [true]
          : await engine.policies.concerns(project, [lock.scope]);
      concerned.set(project, yes);
    }
    if (!concerned.get(project)) continue;
    const definition = await engine.definitions.load(project);
    const known = definition?.project.stages.find(each => each.name === stage);
    if (!known || !selectsStage(lock.scope.stages ?? {}, known)) continue;
    const row = await engine.store.promotion(project, name);
    if (row && (lock.blocks === 'all' || (row.automatic && !row.rollback)))
      found.push(row);
  }
  return found;
}

function question(waiting: PromotionRow[]): string {
  const named = waiting
    .slice(0, NAMED)
    .map(({ project, stage }) => `${stage} of ${project}`);
  const more = waiting.length > NAMED ? ' and more' : '';
  const wait = waiting.length === 1 ? 'promotion waits' : 'promotions wait';
  return `${waiting.length} ${wait} behind this lock (${named.join(
    ', ',
  )}${more}): say queue: release to let go what waits, or queue: drop to give it up`;
}

async function abortAll(
  engine: EngineContext,
  waiting: PromotionRow[],
  { actor, reason }: { actor: Actor; reason?: string },
): Promise<void> {
  for (const promotion of waiting) {
    const { project, name } = promotion;
    try {
      await commitAndTell(engine, project, {
        entries: [
          entryOf(engine, {
            verb: 'promotion.abortRequested',
            actor: actor.ref,
            subject: `promotion:${name}`,
            reason: `given up when a lock was released${
              reason ? `: ${reason}` : ''
            }`,
            data: { promotion: name },
          }),
        ],
        expect: [expectPromotion(promotion)],
      });
    } catch (error) {
      // it has moved meanwhile, by itself or by somebody: it does not wait behind the lock any more
      if (!(error instanceof ConflictError)) throw error;
    }
    await engine.queue.enqueue({ kind: 'promotion', project, name });
  }
}
