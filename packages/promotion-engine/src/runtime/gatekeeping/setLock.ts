import { LockRow } from '../../model/calendar';
import { rowKey } from '../../model/rows';
import { commitAct, entryOf } from '../commit';
import { EngineContext } from '../context';
import { RequestError } from '../engine';
import { requireReason } from '../requireReason';
import { checkLink, checkScope } from './checkScope';
import { LockAsk } from './Gatekeeping';

/**
 * Locks a stage, a component, a system, a domain or everything.
 * @throws RequestError without a reason, for an end that is over, a link that is none, or a scope that selects nothing
 */
export async function setLock(
  engine: EngineContext,
  ask: LockAsk,
): Promise<LockRow> {
  const { project, scope, blocks, link, actor } = ask;
  const reason = requireReason(ask.reason, 'lock');
  const until = endOf(engine, ask.until);
  checkLink(link);
  await checkScope(engine, project, scope);
  const id = engine.ids.ulid();
  const over = await expired(engine, project);
  await commitAct(engine, project, {
    entries: [
      entryOf(engine, {
        verb: 'lock.set',
        actor: actor.ref,
        subject: `lock:${id}`,
        reason,
        data: { lock: id, scope, blocks, link, until },
      }),
      ...over.map(lock =>
        entryOf(engine, {
          verb: 'lock.released',
          actor: 'component:calendar',
          subject: `lock:${lock.id}`,
          reason: `it was for the time until ${lock.until}`,
          data: { lock: lock.id, queue: 'release' },
        }),
      ),
    ],
    expect: [
      { ...rowKey.lock(id), version: 0 },
      ...over.map(lock => ({ ...rowKey.lock(lock.id), version: lock.version })),
    ],
  });
  return (await engine.store.lock(project, id))!;
}

function endOf(
  { clock }: EngineContext,
  until: string | undefined,
): string | undefined {
  if (until === undefined) return undefined;
  const end = Date.parse(until);
  if (Number.isNaN(end))
    throw new RequestError(
      'invalid',
      `${until} is no moment: write it like 2026-05-04T18:00:00Z`,
    );
  if (end <= clock.now())
    throw new RequestError('invalid', `${until} is over already`);
  return new Date(end).toISOString();
}

/** Locks whose time is over count no more; the next who locks there puts them away. */
async function expired(
  { store, clock }: EngineContext,
  project: string,
): Promise<LockRow[]> {
  const now = clock.now();
  return (await store.locks(project)).filter(
    ({ until }) => until !== undefined && Date.parse(until) <= now,
  );
}
