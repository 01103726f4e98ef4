import { NewEntry } from '../model/ledger';
import { errored, failed, RecordChange, StepOutcome } from '../model/outcome';
import { FreightRow, RowKey, rowKey } from '../model/rows';
import { entryOf, expectStage } from './commit';
import { ACTOR, Execution } from './execution';
import { masked } from './masking';

/** Entries that go with a step's result, and the rows they rest on. */
export interface RecordedDecisions {
  entries: NewEntry[];
  expect: (RowKey & { version: number })[];
}

/** What a `record` step wants written, as decisions; an outcome instead when it cannot be. */
export async function recordDecisions(
  execution: Execution,
  records: RecordChange[],
): Promise<RecordedDecisions | StepOutcome> {
  const all: RecordedDecisions = { entries: [], expect: [] };
  for (const change of records) {
    const one =
      change.kind === 'stageMetadata'
        ? await decideStage(execution, change)
        : await decideFreight(execution, change);
    if ('status' in one) return one;
    all.entries.push(...one.entries);
    for (const key of one.expect) if (!has(all, key)) all.expect.push(key);
  }
  return all;
}

function has({ expect }: RecordedDecisions, { table, key }: RowKey): boolean {
  return expect.some(each => each.table === table && each.key === key);
}

async function decideStage(
  { engine, promotion }: Execution,
  { name, values }: Extract<RecordChange, { values: object }>,
): Promise<RecordedDecisions | StepOutcome> {
  const { project } = promotion;
  const definition = await engine.definitions.load(project);
  if (!definition?.project.stages.some(stage => stage.name === name))
    return errored(`there is no stage ${name} in ${project}`, true);
  const entry = entryOf(engine, {
    verb: 'stage.metadataSet',
    actor: ACTOR,
    subject: `stage:${name}`,
    reason: `promotion ${promotion.name}`,
    data: { stage: name, values: masked(engine.masker, values) },
  });
  const row = await engine.store.stage(project, name);
  return { entries: [entry], expect: [expectStage(name, row)] };
}

async function decideFreight(
  execution: Execution,
  change: Exclude<RecordChange, { kind: 'stageMetadata' }>,
): Promise<RecordedDecisions | StepOutcome> {
  const { engine, promotion } = execution;
  const { project } = promotion;
  const row = await engine.store.freight(project, change.name);
  if (!row)
    return errored(`there is no freight ${change.name} in ${project}`, true);
  if ('alias' in change)
    return decideAlias(execution, { row, alias: change.alias });
  const entry = entryOf(engine, {
    verb: 'freight.metadataSet',
    ...stampOf(promotion, row),
    data: { freight: row.name, values: masked(engine.masker, change.values) },
  });
  return { entries: [entry], expect: [expectFreight(row)] };
}

async function decideAlias(
  { engine, promotion }: Execution,
  { row, alias }: { row: FreightRow; alias: string },
): Promise<RecordedDecisions | StepOutcome> {
  const { project } = promotion;
  if (engine.masker.mask(alias) !== alias)
    return failed(
      'the alias would show a secret: give the freight another one',
    );
  const holder = await engine.store.freightAlias(project, alias);
  if (holder?.freight !== undefined && holder.freight !== row.name)
    return failed(
      `the alias ${alias} belongs to freight ${holder.freight} in ${project}; choose another one`,
    );
  if (row.alias === alias) return { entries: [], expect: [] };
  const entry = entryOf(engine, {
    verb: 'freight.aliasSet',
    ...stampOf(promotion, row),
    data: { freight: row.name, alias, before: row.alias },
  });
  const free = {
    ...rowKey.freightAlias(alias),
    version: holder?.version ?? 0,
  };
  return { entries: [entry], expect: [expectFreight(row), free] };
}

const stampOf = (promotion: { name: string }, freight: { name: string }) => ({
  actor: ACTOR,
  subject: `freight:${freight.name}`,
  reason: `promotion ${promotion.name}`,
});

const expectFreight = (row: FreightRow) => ({
  ...rowKey.freight(row.name),
  version: row.version,
});
