// @ts-check

/** @typedef {import('knex').Knex} Knex */

/**
 * Filled at every look at the catalog, so there is nothing to copy.
 *
 * @param {Knex} knex
 */
exports.up = async function up(knex) {
  const type = knex.client.config.client === 'pg' ? 'text collate "C"' : 'text';
  await knex.schema.createTable('stevedore_entity_links', table => {
    table.comment('Entities that show a pipeline, or claim what another runs');
    table.specificType('entity_ref', type).notNullable();
    table.text('doc').notNullable();
    table.primary(['entity_ref']);
  });
};

/** @param {Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('stevedore_entity_links');
};
