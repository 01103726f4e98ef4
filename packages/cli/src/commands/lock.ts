import { LockItem } from '@stevedore/plugin-stevedore-common';
import { Io } from '../io';
import { openPortal, PortalOptions } from '../portal';

interface Where extends PortalOptions {
  /** Absent: beyond projects. */
  project?: string;
  reason?: string;
  output: 'text' | 'json';
}

export interface LockOptions extends Where {
  reason: string;
  /** Names of stages: exact, `glob:…` or `regex:…`; absent: all. */
  stage?: string;
  /** Systems, domains and components by ref; only beyond projects. */
  entity?: string[];
  /** Only what a policy promotes. */
  automatic?: boolean;
  /** ISO 8601; absent: until it is released. */
  until?: string;
  link?: string;
}

export interface UnlockOptions extends Where {
  id: string;
  /** What becomes of promotions that wait behind it. */
  queue?: 'drop' | 'release';
}

/** `stevedore lock --reason R [--project P] [--stage S] [--entity REF…]`: stops the line. @returns the exit code, 0 */
export async function lock(options: LockOptions, io: Io): Promise<number> {
  const { project, stage, entity, automatic, until, reason, link } = options;
  const portal = await openPortal(options);
  const set = await portal.client.gatekeeping.setLock(
    {
      project,
      stages: stage,
      entities: entity,
      blocks: automatic ? 'automatic' : 'all',
      until,
      reason,
      link,
    },
    portal,
  );
  io.out(shown(set, options, 'locked'));
  return 0;
}

/** `stevedore unlock ID [--project P] [--queue release|drop]`: releases one lock. @returns the exit code, 0 */
export async function unlock(options: UnlockOptions, io: Io): Promise<number> {
  const { id, project, reason, queue } = options;
  const portal = await openPortal(options);
  const released = await portal.client.gatekeeping.releaseLock(
    { id, project, reason, queue },
    portal,
  );
  io.out(shown(released, options, 'released'));
  return 0;
}

function shown(
  item: LockItem,
  { output }: Where,
  done: 'locked' | 'released',
): string {
  return output === 'json'
    ? `${JSON.stringify(item, null, 2)}\n`
    : `${done} ${item.id} ${item.scope}: ${item.reason}\n`;
}
