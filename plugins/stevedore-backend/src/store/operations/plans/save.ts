import { Plan } from '@stevedore/promotion-engine';
import { Knex } from 'knex';
import { PLANS } from '../../tables';

export async function savePlan(
  knex: Knex,
  project: string,
  plan: Plan,
): Promise<void> {
  const record = {
    project,
    promotion: plan.promotion,
    doc: JSON.stringify(plan),
  };
  await knex(PLANS)
    .insert(record)
    .onConflict(['project', 'promotion'])
    .merge(['doc']);
}
