// @ts-check

/** @typedef {import('knex').Knex} Knex */
/** @typedef {import('knex').Knex.CreateTableBuilder} Columns */

/**
 * @param {Knex} knex
 * @param {{ name: string, texts: string[] }} columns
 * @param {(table: Columns) => void} keys
 */
const projection = (knex, { name, texts }, keys) => {
  const type = knex.client.config.client === 'pg' ? 'text collate "C"' : 'text';
  return knex.schema.createTable(name, table => {
    table.comment(
      'Projection of the ledger: dropped and built again at any time',
    );
    for (const column of texts) table.specificType(column, type).notNullable();
    table
      .boolean('open')
      .notNullable()
      .comment('Nobody has closed or ended it');
    table.integer('version').notNullable();
    table.text('doc').notNullable();
    keys(table);
  });
};

/**
 * Reviews of what was passed in an emergency, and who decides for whom.
 *
 * @param {Knex} knex
 */
exports.up = async function up(knex) {
  const reviews = {
    name: 'stevedore_reviews',
    texts: ['project', 'promotion', 'opened_at'],
  };
  await projection(knex, reviews, table => {
    table.primary(['project', 'promotion']);
    table.index(
      ['project', 'open', 'opened_at', 'promotion'],
      'stevedore_reviews_open',
    );
  });
  const delegations = {
    name: 'stevedore_delegations',
    texts: ['project', 'id', 'delegator', 'delegate'],
  };
  await projection(knex, delegations, table => {
    table.primary(['project', 'id']);
    table.index(
      ['project', 'delegator', 'open', 'id'],
      'stevedore_delegations_delegator',
    );
    table.index(
      ['project', 'delegate', 'open', 'id'],
      'stevedore_delegations_delegate',
    );
  });
};

/** @param {Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('stevedore_delegations');
  await knex.schema.dropTable('stevedore_reviews');
};
