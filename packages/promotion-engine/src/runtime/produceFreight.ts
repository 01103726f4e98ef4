import { artifactsOf } from '../decide/warehouse/artifactsOf';
import { FreightOutcome } from '../decide/warehouse/conditionsOf';
import { versionsSince } from '../decide/warehouse/versionsSince';
import { evaluateCreationCriteria, ExpressionError } from '../expressions';
import { Warehouse } from '../model/definition';
import { Discovered } from '../model/discovery';
import { FreightOrigin } from '../model/artifacts';
import { EngineContext } from './context';
import { storeFreight } from './storeFreight';

const ACTOR = 'component:warehouse';

/** What a warehouse found, now and the last time. */
export interface Findings {
  project: string;
  warehouse: Warehouse;
  discovered: Discovered;
  previous?: Discovered;
}

/**
 * Makes freight of the best of every subscription, once; with every-version also of each version in between, oldest
 * first. Criteria are asked of each.
 */
export async function produceFreight(
  engine: EngineContext,
  { project, warehouse, discovered, previous }: Findings,
): Promise<FreightOutcome | undefined> {
  if (!artifactsOf(discovered)) return undefined;
  if (warehouse.freightCreationPolicy === 'Manual') return { kind: 'manual' };
  const origin: FreightOrigin = { kind: 'Warehouse', name: warehouse.name };
  const states = warehouse.everyVersion
    ? versionsSince(previous, discovered)
    : [discovered];
  const now = engine.clock.now();
  const names: string[] = [];
  let outcome: FreightOutcome | undefined;
  for (const [index, state] of states.entries()) {
    const artifacts = artifactsOf(state);
    const refusal = criteriaRefusal(warehouse, state, now);
    outcome = refusal;
    if (!artifacts || refusal) continue;
    // in the order in which they came, for the newest is promoted first
    const at = now - (states.length - 1 - index);
    const discoveredAt = new Date(at).toISOString();
    const stored = await storeFreight(engine, project, {
      origin,
      artifacts,
      actor: ACTOR,
      discoveredAt,
    });
    if (stored.status === 'created') names.push(stored.freight.name);
    if (stored.status === 'exists')
      outcome = { kind: 'exists', name: stored.freight.name };
  }
  return names.length > 0 ? { kind: 'created', names } : outcome;
}

function criteriaRefusal(
  { freightCreationCriteria: expression }: Warehouse,
  state: Discovered,
  now: number,
): FreightOutcome | undefined {
  if (!expression) return undefined;
  try {
    return evaluateCreationCriteria(expression, state, { now })
      ? undefined
      : { kind: 'unsatisfied', expression };
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    return { kind: 'criteriaFailed', message: error.message };
  }
}
