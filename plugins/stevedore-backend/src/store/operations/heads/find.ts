import { Knex } from 'knex';
import { HEADS } from '../../tables';

export async function findHead(
  knex: Knex,
  project: string,
): Promise<{ seq: number; hash: string } | undefined> {
  const head = await knex(HEADS)
    .select('seq', 'hash')
    .where({ project })
    .first();
  return head && head.seq > 0 ? head : undefined;
}
