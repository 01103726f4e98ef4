// @ts-check

/** @typedef {import('knex').Knex} Knex */
/** @typedef {import('knex').Knex.CreateTableBuilder} Columns */

/**
 * Names sort by code point on every database; PostgreSQL's default collation does not.
 *
 * @param {Knex} knex
 */
const textColumns = knex => {
  const type = knex.client.config.client === 'pg' ? 'text collate "C"' : 'text';
  return (/** @type {Columns} */ table, /** @type {string[]} */ ...names) => {
    for (const name of names) table.specificType(name, type).notNullable();
  };
};

/**
 * @param {Knex} knex
 * @param {string} name
 * @param {(table: Columns) => void} columns
 */
const projection = (knex, name, columns) =>
  knex.schema.createTable(name, table => {
    table.comment(
      'Projection of the ledger: dropped and built again at any time',
    );
    columns(table);
    table
      .integer('version')
      .notNullable()
      .comment('Changes so far; a write carries the one it read');
    table.text('doc').notNullable().comment('The row as JSON');
  });

/** @param {Knex} knex */
async function createProjections(knex) {
  const text = textColumns(knex);
  await projection(knex, 'stevedore_projects', table => {
    text(table, 'project', 'entity_ref');
    table.primary(['project']);
    table.index(['entity_ref', 'project'], 'stevedore_projects_entity');
  });
  await projection(knex, 'stevedore_freight', table => {
    text(table, 'project', 'name', 'discovered_at', 'origin', 'search');
    table.primary(['project', 'name']);
    table.index(
      ['project', 'discovered_at', 'name'],
      'stevedore_freight_newest',
    );
    table.index(
      ['project', 'origin', 'discovered_at', 'name'],
      'stevedore_freight_origin',
    );
  });
  await projection(knex, 'stevedore_freight_stages', table => {
    text(table, 'project', 'freight', 'stage');
    table.primary(['project', 'freight', 'stage']);
  });
  await projection(knex, 'stevedore_stages', table => {
    text(table, 'project', 'stage');
    table.primary(['project', 'stage']);
  });
  await projection(knex, 'stevedore_promotions', table => {
    text(table, 'project', 'name', 'ordinal', 'stage', 'freight', 'phase');
    table.boolean('open').notNullable();
    table.primary(['project', 'name']);
    table.index(['project', 'ordinal', 'name'], 'stevedore_promotions_newest');
    table.index(
      ['project', 'stage', 'ordinal', 'name'],
      'stevedore_promotions_stage',
    );
    table.index(
      ['project', 'freight', 'ordinal', 'name'],
      'stevedore_promotions_freight',
    );
    table.index(
      ['project', 'open', 'ordinal', 'name'],
      'stevedore_promotions_open',
    );
    table.index(
      ['project', 'phase', 'ordinal', 'name'],
      'stevedore_promotions_phase',
    );
  });
  await projection(knex, 'stevedore_steps', table => {
    text(table, 'project', 'promotion');
    table.integer('step').notNullable();
    table.primary(['project', 'promotion', 'step']);
  });
  await projection(knex, 'stevedore_approvals', table => {
    text(table, 'project', 'promotion', 'actor');
    table.primary(['project', 'promotion', 'actor']);
  });
}

/** @param {Knex} knex */
async function createLedger(knex) {
  const text = textColumns(knex);
  await knex.schema.createTable('stevedore_ledger', table => {
    table.comment('Every decision, chained; never changed and never collected');
    text(table, 'project', 'subject', 'at', 'verb', 'entry');
    table.integer('seq').notNullable();
    table.primary(['project', 'seq']);
    table.index(['project', 'subject', 'seq'], 'stevedore_ledger_subject');
  });
  await knex.schema.createTable('stevedore_ledger_heads', table => {
    table.comment(
      'The last entry of each project; locked last by every commit',
    );
    text(table, 'project', 'hash');
    table.integer('seq').notNullable();
    table.primary(['project']);
  });
}

/** @param {Knex} knex */
async function createObservations(knex) {
  const text = textColumns(knex);
  await knex.schema.createTable('stevedore_discoveries', table => {
    text(table, 'project', 'warehouse', 'doc');
    table.primary(['project', 'warehouse']);
  });
  await knex.schema.createTable('stevedore_plans', table => {
    text(table, 'project', 'promotion', 'doc');
    table.primary(['project', 'promotion']);
  });
  await knex.schema.createTable('stevedore_logs', table => {
    table.bigIncrements('id');
    text(table, 'project', 'promotion', 'doc');
    table.index(['project', 'promotion', 'id'], 'stevedore_logs_promotion');
  });
  await knex.schema.createTable('stevedore_measurements', table => {
    table.bigIncrements('id');
    text(table, 'project', 'verification', 'doc');
    table.index(
      ['project', 'verification', 'id'],
      'stevedore_measurements_verification',
    );
  });
  await knex.schema.createTable('stevedore_claims', table => {
    table.comment(
      'Who works on what until when; rows stay, so that fencing numbers rise',
    );
    text(table, 'key', 'holder');
    table.integer('fence').notNullable();
    table
      .bigInteger('expires_at')
      .notNullable()
      .comment('Milliseconds since the epoch');
    table.primary(['key']);
  });
}

/** @param {Knex} knex */
exports.up = async function up(knex) {
  await createProjections(knex);
  await createLedger(knex);
  await createObservations(knex);
};

/** @param {Knex} knex */
exports.down = async function down(knex) {
  const tables = [
    'claims',
    'measurements',
    'logs',
    'plans',
    'discoveries',
    'ledger_heads',
    'ledger',
    'approvals',
    'steps',
    'promotions',
    'stages',
    'freight_stages',
    'freight',
    'projects',
  ];
  for (const table of tables) await knex.schema.dropTable(`stevedore_${table}`);
};
