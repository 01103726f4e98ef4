import { MetricFact } from '@stevedore/promotion-engine';
import { Knex } from 'knex';
import { METRIC_FACTS } from '../../tables';

export async function saveMetricFact(
  knex: Knex,
  of: { project: string; stage: string },
  fact: MetricFact,
): Promise<void> {
  const doc = JSON.stringify(fact);
  await knex(METRIC_FACTS)
    .insert({ ...of, template: fact.template, doc })
    .onConflict(['project', 'stage', 'template'])
    .merge(['doc']);
}
