import { NewEntry, Verb } from '../../model/ledger';
import { rowKey } from '../../model/rows';
import { RowSet } from './rowSet';

type Of<V extends Verb> = Extract<NewEntry, { verb: V }>;

/** Locks, and windows that people set. */
export function foldCalendar(
  rows: RowSet,
  project: string,
  entry: Of<'lock.set' | 'lock.released' | 'window.set' | 'window.ended'>,
): void {
  const { actor, at, reason = '' } = entry;
  switch (entry.verb) {
    case 'lock.set': {
      const { lock: id, ...data } = entry.data;
      return rows.put(rowKey.lock(id), {
        ...data,
        project,
        id,
        actor,
        at,
        reason,
      });
    }
    case 'lock.released': {
      const key = rowKey.lock(entry.data.lock);
      const released = {
        actor,
        at,
        reason: entry.reason,
        queue: entry.data.queue,
      };
      return rows.put(key, { ...rows.require(key), released });
    }
    case 'window.set': {
      const { id, ...data } = entry.data;
      return rows.put(rowKey.window(id), {
        ...data,
        project,
        id,
        actor,
        at,
        reason,
      });
    }
    default: {
      const key = rowKey.window(entry.data.id);
      const ended = { actor, at, reason: entry.reason };
      return rows.put(key, { ...rows.require(key), ended });
    }
  }
}
