import { ConflictError, LedgerEntry } from '@stevedore/promotion-engine';
import { Knex } from 'knex';
import { HEADS } from '../../tables';

export async function moveHead(
  tx: Knex,
  from: number,
  { project, seq, hash }: LedgerEntry,
): Promise<void> {
  const moved = await tx(HEADS)
    .where({ project, seq: from })
    .update({ seq, hash });
  if (moved !== 1)
    throw new ConflictError(`the ledger of ${project} is no longer at ${from}`);
}
