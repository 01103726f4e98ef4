import { DelegationRow, rowKey } from '../../model/rows';
import { PLATFORM } from '../../model/scope';
import { commitAct, entryOf } from '../commit';
import { EngineContext, isoNow } from '../context';
import { Actor, NewDelegation, RequestError } from '../engine';
import { requireReason } from '../requireReason';

const LONGEST_MS = 366 * 24 * 3_600_000;

/** For a time, another person decides in one's name, wherever a policy names oneself. @throws RequestError */
export async function delegate(
  engine: EngineContext,
  input: NewDelegation,
): Promise<DelegationRow> {
  const reason = requireReason(input.reason, 'delegate decisions');
  const period = periodOf(input, isoNow(engine));
  const { actor } = input;
  const to = input.delegate.toLowerCase();
  if (to === actor.ref)
    throw new RequestError('invalid', 'nobody delegates to himself');
  if (!to.startsWith('user:') || !(await engine.policies.standsFor(to)))
    throw new RequestError(
      'invalid',
      `the catalog knows no person ${to}: write the entity ref of a user`,
    );
  const id = engine.ids.ulid().toLowerCase();
  const { ownership } = actor;
  await commitAct(engine, PLATFORM, {
    entries: [
      entryOf(engine, {
        verb: 'delegation.given',
        actor: actor.ref,
        subject: `delegation:${id}`,
        reason,
        data: { id, delegate: to, ownership, ...period },
      }),
    ],
    expect: [{ ...rowKey.delegation(id), version: 0 }],
  });
  return (await engine.store.delegation(PLATFORM, id))!;
}

function periodOf(
  { from, until }: NewDelegation,
  now: string,
): { from: string; until: string } {
  const start = Date.parse(from ?? now);
  const end = Date.parse(until);
  if (Number.isNaN(start) || Number.isNaN(end))
    throw new RequestError(
      'invalid',
      'write times as 2026-03-01T08:00:00Z: from when, and until when',
    );
  if (end <= start || end <= Date.parse(now))
    throw new RequestError('invalid', 'it would be over before it begins');
  if (end - start > LONGEST_MS)
    throw new RequestError(
      'invalid',
      'that is longer than a year: a policy should name the other person',
    );
  return {
    from: new Date(start).toISOString(),
    until: new Date(end).toISOString(),
  };
}

/** Ends a delegation before its time; what was decided under it stays. @throws RequestError */
export async function endDelegation(
  engine: EngineContext,
  { id, actor, reason }: { id: string; actor: Actor; reason?: string },
): Promise<void> {
  const row = await engine.store.delegation(PLATFORM, id);
  if (!row) throw new RequestError('notFound', `there is no delegation ${id}`);
  if (![row.delegator, row.delegate].includes(actor.ref))
    throw new RequestError(
      'refused',
      `${actor.ref} neither gave nor got this delegation`,
    );
  if (row.endedAt)
    throw new RequestError('conflict', 'it has been ended already');
  await commitAct(engine, PLATFORM, {
    entries: [
      entryOf(engine, {
        verb: 'delegation.ended',
        actor: actor.ref,
        subject: `delegation:${id}`,
        reason,
        data: { id },
      }),
    ],
    expect: [{ ...rowKey.delegation(id), version: row.version }],
  });
}
