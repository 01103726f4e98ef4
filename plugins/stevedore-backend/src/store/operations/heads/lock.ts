import { FIRST_HASH } from '@stevedore/promotion-engine';
import { Knex } from 'knex';
import { lockRows } from '../../dialect';
import { HEADS } from '../../tables';

/** Waits until no other commit of the project is under way. From here on this transaction is the only one. */
export async function lockHead(
  tx: Knex,
  project: string,
): Promise<{ seq: number; hash: string }> {
  const lock = () =>
    lockRows(tx, tx(HEADS).select('seq', 'hash').where({ project }).first());
  const head = await lock();
  if (head) return head;
  await tx(HEADS)
    .insert({ project, seq: 0, hash: FIRST_HASH })
    .onConflict('project')
    .ignore();
  return lock();
}
