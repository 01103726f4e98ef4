import { Knex } from 'knex';
import { PROJECTIONS } from '../../tables';

/** Removes every projection of a project, in the order in which commits write. */
export async function dropRows(tx: Knex, project: string): Promise<void> {
  for (const { name } of Object.values(PROJECTIONS).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  )) {
    await tx(name).where({ project }).delete();
  }
}
