import { StepRow } from '@stevedore/promotion-engine';
import { Knex } from 'knex';
import { allParsed, PROJECTIONS } from '../../tables';

export async function listSteps(
  knex: Knex,
  project: string,
  promotion: string,
): Promise<StepRow[]> {
  return allParsed(
    await knex(PROJECTIONS.steps.name)
      .select('doc')
      .where({ project, promotion })
      .orderBy('step'),
  );
}
