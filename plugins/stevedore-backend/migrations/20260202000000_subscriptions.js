// @ts-check

/** @typedef {import('knex').Knex} Knex */

/**
 * Filled by the engine at every start, so there is nothing to copy.
 *
 * @param {Knex} knex
 */
exports.up = async function up(knex) {
  const type = knex.client.config.client === 'pg' ? 'text collate "C"' : 'text';
  await knex.schema.createTable('stevedore_subscriptions', table => {
    table.comment('Who watches which source, to be woken by webhooks');
    for (const name of ['project', 'warehouse', 'source'])
      table.specificType(name, type).notNullable();
    table.primary(['project', 'warehouse', 'source']);
    table.index(
      ['source', 'project', 'warehouse'],
      'stevedore_subscriptions_source',
    );
  });
};

/** @param {Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('stevedore_subscriptions');
};
