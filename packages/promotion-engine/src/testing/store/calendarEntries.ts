import { NewEntry } from '../../model/ledger';
import { entryOf } from './samples';

/** A lock and a freeze, as people set them, and their ends; `count` says how many of the two kinds of end there are. */
export function calendarEntries(id: string, count: number): NewEntry[] {
  const reason = 'incident';
  const window = {
    name: 'freeze',
    kind: 'Deny' as const,
    dtstart: '20260101T000000Z',
    dtend: '20260102T000000Z',
  };
  return [
    entryOf(
      'lock.set',
      { lock: id, scope: { stages: { name: 'prod' } }, blocks: 'all' },
      { reason },
    ),
    entryOf(
      'window.set',
      { id, window, scope: { entities: ['system:default/pay'] } },
      { reason },
    ),
    entryOf('lock.released', { lock: id, queue: 'release' }, { reason }),
    entryOf('window.ended', { id }, { reason }),
  ].slice(0, 2 + count);
}
