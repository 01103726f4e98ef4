import { MetricFact } from '@stevedore/promotion-engine';
import { Knex } from 'knex';
import { allParsed, METRIC_FACTS } from '../../tables';

export async function listMetricFacts(
  knex: Knex,
  project: string,
  stage: string,
): Promise<MetricFact[]> {
  return allParsed(
    await knex(METRIC_FACTS)
      .select('doc')
      .where({ project, stage })
      .orderBy('template'),
  );
}
