import { checkWindow } from '../../decide/windows';
import { WindowRow } from '../../model/calendar';
import { rowKey } from '../../model/rows';
import { commitAct, entryOf } from '../commit';
import { EngineContext } from '../context';
import { RequestError } from '../engine';
import { requireReason } from '../requireReason';
import { checkLink, checkScope } from './checkScope';
import { LockRelease, WindowAsk } from './Gatekeeping';
import { wakeQueue } from './wakeQueue';

/**
 * Sets a window for stages of a component, or beyond it: a freeze is one that denies.
 * @throws RequestError for a window that cannot be read, without a reason, or for a scope that selects nothing
 */
export async function setWindow(
  engine: EngineContext,
  ask: WindowAsk,
): Promise<WindowRow> {
  const { project, scope, window, rollbacks, link, actor } = ask;
  const reason = requireReason(ask.reason, 'set a window');
  checkLink(link);
  readable(window);
  await checkScope(engine, project, scope);
  const id = engine.ids.ulid();
  await commitAct(engine, project, {
    entries: [
      entryOf(engine, {
        verb: 'window.set',
        actor: actor.ref,
        subject: `window:${id}`,
        reason,
        data: { id, window, scope, rollbacks, link },
      }),
    ],
    expect: [{ ...rowKey.window(id), version: 0 }],
  });
  // an Allow window may open what was closed
  await wakeQueue(engine, project);
  return (await engine.store.window(project, id))!;
}

/**
 * Ends a window that somebody set, before its time or for good; what waited for that goes.
 * @throws RequestError when it is not there, or ended already
 */
export async function endWindow(
  engine: EngineContext,
  { project, id, actor, reason }: Omit<LockRelease, 'queue'>,
): Promise<WindowRow> {
  const row = await engine.store.window(project, id);
  if (!row) throw new RequestError('notFound', `there is no window ${id}`);
  if (row.ended)
    throw new RequestError(
      'conflict',
      `${row.ended.actor} has ended it already`,
    );
  await commitAct(engine, project, {
    entries: [
      entryOf(engine, {
        verb: 'window.ended',
        actor: actor.ref,
        subject: `window:${id}`,
        reason,
        data: { id },
      }),
    ],
    expect: [{ ...rowKey.window(id), version: row.version }],
  });
  await wakeQueue(engine, project);
  return (await engine.store.window(project, id))!;
}

function readable(window: WindowAsk['window']): void {
  if (!window.name.trim())
    throw new RequestError('invalid', 'give the window a name');
  try {
    checkWindow(window);
  } catch (error) {
    throw new RequestError('invalid', (error as Error).message);
  }
}
