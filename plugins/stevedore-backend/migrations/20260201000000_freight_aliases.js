// @ts-check

/** @typedef {import('knex').Knex} Knex */

/** Freight that is copied in one statement; SQLite allows some thousand values. */
const PAGE = 200;

/**
 * Aliases become rows of their own, so that two commits cannot give the same one. Freight of before has its
 * alias in its row; the oldest one keeps an alias that two have.
 *
 * @param {Knex} knex
 */
exports.up = async function up(knex) {
  const type = knex.client.config.client === 'pg' ? 'text collate "C"' : 'text';
  await knex.schema.createTable('stevedore_freight_aliases', table => {
    table.comment(
      'Projection of the ledger: dropped and built again at any time',
    );
    table.specificType('project', type).notNullable();
    table.specificType('alias', type).notNullable();
    table.integer('version').notNullable();
    table.text('doc').notNullable();
    table.primary(['project', 'alias']);
  });
  const freight = knex('stevedore_freight')
    .select('project', 'name', 'doc')
    .orderBy(['project', 'discovered_at', 'name'])
    .limit(PAGE);
  for (let offset = 0; ; offset += PAGE) {
    const found = await freight.clone().offset(offset);
    if (found.length === 0) return;
    const rows = found.map(({ project, name, doc }) => {
      const { alias } = JSON.parse(doc);
      const row = { project, alias, freight: name, version: 1 };
      return { project, alias, version: 1, doc: JSON.stringify(row) };
    });
    await knex('stevedore_freight_aliases')
      .insert(rows)
      .onConflict(['project', 'alias'])
      .ignore();
  }
};

/** @param {Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('stevedore_freight_aliases');
};
