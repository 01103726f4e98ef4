// @ts-check

/** @typedef {import('knex').Knex} Knex */

const TABLES = ['stevedore_locks', 'stevedore_windows'];

/**
 * Locks and windows that people set, what gates measured, and an index for promotions that wait in a queue, whatever their project.
 *
 * @param {Knex} knex
 */
exports.up = async function up(knex) {
  const type = knex.client.config.client === 'pg' ? 'text collate "C"' : 'text';
  for (const name of TABLES) {
    await knex.schema.createTable(name, table => {
      table.comment(
        'Projection of the ledger: dropped and built again at any time',
      );
      table.specificType('project', type).notNullable();
      table.specificType('id', type).notNullable();
      table
        .boolean('open')
        .notNullable()
        .comment('Nobody has released or ended it');
      table.integer('version').notNullable();
      table.text('doc').notNullable();
      table.primary(['project', 'id']);
      table.index(['project', 'open', 'id'], `${name}_open`);
    });
  }
  await knex.schema.createTable('stevedore_metric_facts', table => {
    table.comment('What a gate measured last; may be lost and measured again');
    table.specificType('project', type).notNullable();
    table.specificType('stage', type).notNullable();
    table.specificType('template', type).notNullable();
    table.text('doc').notNullable();
    table.primary(['project', 'stage', 'template']);
  });
  await knex.schema.alterTable('stevedore_promotions', table => {
    table.index(['phase', 'project', 'name'], 'stevedore_promotions_queued');
  });
};

/** @param {Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('stevedore_promotions', table => {
    table.dropIndex(
      ['phase', 'project', 'name'],
      'stevedore_promotions_queued',
    );
  });
  for (const name of [...TABLES, 'stevedore_metric_facts'])
    await knex.schema.dropTable(name);
};
