import { LogLine } from '@stevedore/promotion-engine';
import { Knex } from 'knex';
import { LOGS } from '../../tables';

export async function appendLog(
  knex: Knex,
  of: { project: string; promotion: string },
  line: LogLine,
): Promise<void> {
  await knex(LOGS).insert({ ...of, doc: JSON.stringify(line) });
}
