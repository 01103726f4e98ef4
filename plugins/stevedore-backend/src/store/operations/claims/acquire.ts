import { Knex } from 'knex';
import { CLAIMS } from '../../tables';

/**
 * One statement takes over or prolongs, so two who try at once cannot both win; a key that was never claimed
 * is inserted.
 *
 * @returns the fencing number, or undefined while another holder's claim lasts.
 */
export async function acquireClaim(
  knex: Knex,
  { key, holder }: { key: string; holder: string },
  { now, until }: { now: number; until: number },
): Promise<number | undefined> {
  const taken = await knex(CLAIMS)
    .where({ key })
    .where(free => free.where({ holder }).orWhere('expires_at', '<=', now))
    .update({
      fence: knex.raw(
        'case when holder = ? and expires_at > ? then fence else fence + 1 end',
        [holder, now],
      ),
      holder,
      expires_at: until,
    })
    .returning('fence');
  if (taken.length > 0) return taken[0].fence;
  const first = { key, holder, fence: 1, expires_at: until };
  const inserted = await knex(CLAIMS)
    .insert(first)
    .onConflict('key')
    .ignore()
    .returning('fence');
  return inserted[0]?.fence;
}
