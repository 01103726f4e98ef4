import { assembleFreight } from '../decide/warehouse/assembleFreight';
import { FreightOrigin } from '../model/artifacts';
import { FreightRow, rowKey } from '../model/rows';
import { commitAct, entryOf, expectFreight } from './commit';
import { EngineContext } from './context';
import { Actor, FreightByHand, RequestError } from './engine';
import { freightOf } from './freightOf';
import { storeFreight } from './storeFreight';

/** Kargo keeps an alias in a label. */
const ALIAS = /^[A-Za-z0-9]([\w.-]{0,61}[A-Za-z0-9])?$/;
const FREIGHT_NAME = /^[0-9a-f]{40}$/;

/**
 * Makes freight of what a person chose (Kargo 3.3, 3.7); creation policy and criteria do not count.
 * @throws RequestError when it does not fit the subscriptions, is there already, or its alias is taken
 */
export async function createFreightByHand(
  engine: EngineContext,
  input: FreightByHand,
): Promise<FreightRow> {
  const { project, actor, reason, alias } = input;
  const definition = await engine.definitions.load(project);
  const warehouse = definition?.project.warehouses.find(
    each => each.name === input.warehouse,
  );
  if (!definition || !warehouse)
    throw new RequestError(
      'notFound',
      `there is no warehouse ${input.warehouse} in ${project}`,
    );
  if (alias !== undefined) checkAlias(alias);
  const origin: FreightOrigin = { kind: 'Warehouse', name: warehouse.name };
  const base =
    input.cloneOf && (await freightOf(engine, project, input.cloneOf));
  if (base && base.origin.name !== warehouse.name)
    throw new RequestError(
      'invalid',
      `${base.alias} comes from warehouse ${base.origin.name}, not ${warehouse.name}`,
    );
  const assembly = assembleFreight(warehouse, {
    chosen: input.artifacts,
    base: base || undefined,
    discovered: await engine.store.discovery(project, warehouse.name),
  });
  if ('problem' in assembly)
    throw new RequestError('invalid', assembly.problem);
  const draft = { origin, actor: actor.ref, reason, alias, ...assembly };
  const stored = await storeFreight(engine, project, draft);
  if (stored.status === 'aliasTaken') throw aliasTaken(alias!, stored.holder);
  if (stored.status === 'exists')
    throw new RequestError(
      'conflict',
      `this freight is there already: ${stored.freight.alias}`,
    );
  for (const { name } of definition.project.stages)
    await engine.queue.enqueue({ kind: 'stage', project, name });
  return stored.freight;
}

/**
 * Gives freight another alias; everything else of it stays as it was made (Kargo 3.2).
 * @throws RequestError when other freight has it, or it cannot be one
 */
export async function changeAlias(
  engine: EngineContext,
  input: {
    project: string;
    freight: string;
    alias: string;
    actor: Actor;
    reason?: string;
  },
): Promise<FreightRow> {
  const { project, alias, actor, reason } = input;
  checkAlias(alias);
  const freight = await freightOf(engine, project, input.freight);
  if (freight.alias === alias) return freight;
  const holder = await engine.store.freightAlias(project, alias);
  if (holder?.freight !== undefined && holder.freight !== freight.name)
    throw aliasTaken(alias, holder.freight);
  const entry = entryOf(engine, {
    verb: 'freight.aliasSet',
    actor: actor.ref,
    subject: `freight:${freight.name}`,
    reason,
    data: { freight: freight.name, alias, before: freight.alias },
  });
  await commitAct(engine, project, {
    entries: [entry],
    expect: [
      expectFreight(freight),
      { ...rowKey.freightAlias(alias), version: holder?.version ?? 0 },
    ],
  });
  return (await engine.store.freight(project, freight.name))!;
}

function checkAlias(alias: string): void {
  if (ALIAS.test(alias) && !FREIGHT_NAME.test(alias)) return;
  throw new RequestError(
    'invalid',
    `"${alias}" cannot be an alias: use at most 63 letters, digits, -, _ and ., begin and end with a letter or digit, and do not write the name of freight`,
  );
}

function aliasTaken(alias: string, holder: string): RequestError {
  return new RequestError(
    'conflict',
    `the alias ${alias} belongs to freight ${holder}; choose another one`,
  );
}
