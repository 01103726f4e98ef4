import { Knex } from 'knex';
import { CLAIMS } from '../../tables';

/** Ends the claim; its row stays for the fencing number. */
export async function releaseClaim(
  knex: Knex,
  key: string,
  holder: string,
): Promise<void> {
  await knex(CLAIMS).where({ key, holder }).update({ expires_at: 0 });
}
