import { Plan } from '@stevedore/promotion-engine';
import { Knex } from 'knex';
import { parsed, PLANS } from '../../tables';

export async function findPlan(
  knex: Knex,
  project: string,
  promotion: string,
): Promise<Plan | undefined> {
  return parsed(
    await knex(PLANS).select('doc').where({ project, promotion }).first(),
  );
}
