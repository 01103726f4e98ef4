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
  const said = { project, freight, actor: actor.ref, reason };
  await commitAct(engine, project, await quarantining(engine, said));
  return told(engine, project, freight);
}

/** What marking freight as bad writes down. */
export async function quarantining(
  engine: EngineContext,
  said: {
    project: string;
    freight: FreightRow;
    actor: string;
    reason: string;
  },
): Promise<Parameters<typeof commitAct>[2]> {
  const { project, freight, actor, reason } = said;
  const waiting = (await engine.store.openPromotions(project)).filter(
    each =>
      each.freight.name === freight.name &&
      each.phase !== 'Running' &&
      !each.abortRequested,
  );
  return {
    entries: [
      entryOf(engine, {
        verb: 'freight.quarantined',
        actor,
        subject: `freight:${freight.name}`,
        reason,
        data: { freight: freight.name },
      }),
      ...waiting.map(({ name }) =>
        entryOf(engine, {
          verb: 'promotion.abortRequested',
          actor,
          subject: `promotion:${name}`,
          reason: `quarantined: ${reason}`,
          data: { promotion: name },
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
