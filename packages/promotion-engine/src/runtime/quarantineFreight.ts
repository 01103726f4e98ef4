import { quarantineSentence } from '../decide/quarantine';
import { FreightRow } from '../model/rows';
import { commitAct, entryOf, expectFreight, expectPromotion } from './commit';
import { EngineContext } from './context';
import { FreightDecision, RequestError } from './engine';
import { freightOf } from './freightOf';
import { requireReason } from './requireReason';

/**
 * Marks freight as bad: no stage takes it any more, and promotions of it that have not begun are aborted. One that
 * runs stops at its gates, unless it has written something already. Where the freight is it stays.
 * @throws RequestError without a reason, or when it is quarantined already
 */
export async function quarantineFreight(
  engine: EngineContext,
  input: FreightDecision,
): Promise<FreightRow> {
  const { project, actor } = input;
  const reason = requireReason(input.reason, 'quarantine freight');
  const freight = await freightOf(engine, project, input.freight);
  if (freight.quarantine)
    throw new RequestError(
      'conflict',
      `it is ${quarantineSentence(freight.quarantine)}`,
    );
  const batch = await quarantining(engine, {
    project,
    freight: freight.name,
    actor,
    reason,
  });
  await commitAct(engine, project, batch);
  return told(engine, project, freight);
}

/** The decisions that quarantine freight; none when it is quarantined already. */
export async function quarantining(
  engine: EngineContext,
  {
    project,
    freight: name,
    actor,
    reason,
    but,
  }: FreightDecision & {
    reason: string;
    /** A promotion that ends otherwise. */
    but?: string;
  },
): Promise<Parameters<typeof commitAct>[2]> {
  const freight = await freightOf(engine, project, name);
  if (freight.quarantine) return { entries: [], expect: [] };
  const waiting = (await engine.store.openPromotions(project)).filter(
    each =>
      each.freight.name === freight.name &&
      each.name !== but &&
      each.phase !== 'Running' &&
      !each.abortRequested,
  );
  return {
    entries: [
      entryOf(engine, {
        verb: 'freight.quarantined',
        actor: actor.ref,
        subject: `freight:${freight.name}`,
        reason,
        data: { freight: freight.name },
      }),
      ...waiting.map(promotion =>
        entryOf(engine, {
          verb: 'promotion.abortRequested',
          actor: actor.ref,
          subject: `promotion:${promotion.name}`,
          reason: `quarantined: ${reason}`,
          data: { promotion: promotion.name },
        }),
      ),
    ],
    expect: [expectFreight(freight), ...waiting.map(expectPromotion)],
  };
}

/**
 * The freight is good after all: its gates count as before.
 * @throws RequestError without a reason, or when it is not quarantined
 */
export async function liftQuarantine(
  engine: EngineContext,
  input: FreightDecision,
): Promise<FreightRow> {
  const { project, actor } = input;
  const reason = requireReason(input.reason, 'lift a quarantine');
  const freight = await freightOf(engine, project, input.freight);
  if (!freight.quarantine)
    throw new RequestError('conflict', `${freight.alias} is not quarantined`);
  await commitAct(engine, project, {
    entries: [
      entryOf(engine, {
        verb: 'freight.quarantineLifted',
        actor: actor.ref,
        subject: `freight:${freight.name}`,
        reason,
        data: { freight: freight.name },
      }),
    ],
    expect: [expectFreight(freight)],
  });
  return told(engine, project, freight);
}

/** Every stage looks again: at what waits there, and at what comes by itself. */
async function told(
  engine: EngineContext,
  project: string,
  { name: freight }: FreightRow,
): Promise<FreightRow> {
  const definition = await engine.definitions.load(project);
  for (const { name } of definition?.project.stages ?? [])
    await engine.queue.enqueue({ kind: 'stage', project, name });
  return (await engine.store.freight(project, freight))!;
}
