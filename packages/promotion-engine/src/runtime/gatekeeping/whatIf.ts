import { evaluateGates } from '../../decide/evaluateGates';
import { GateReport } from '../../model/gate';
import { EngineContext } from '../context';
import { FreightInto, RequestError } from '../engine';
import { gateInput } from '../facts';
import { resolveFreight } from '../resolveFreight';

/**
 * What every gate would say if freight were to enter a stage at a moment: the facts of now, judged then. What can
 * change until then by an act of somebody is taken as it is.
 * @throws RequestError for names that are not there, or a moment that is over
 */
export async function whatIf(
  engine: EngineContext,
  input: FreightInto & { at?: string },
): Promise<GateReport> {
  const now = momentOf(engine, input.at);
  const { freight } = await resolveFreight(engine, input);
  const facts = (await gateInput(engine, { ...input, freight }))!;
  return evaluateGates(engine.registry.gates, facts, { now, moment: 'entry' });
}

function momentOf({ clock }: EngineContext, at: string | undefined): number {
  if (at === undefined) return clock.now();
  const moment = Date.parse(at);
  if (Number.isNaN(moment))
    throw new RequestError(
      'invalid',
      `${at} is no moment: write it like 2026-05-04T18:00:00Z`,
    );
  if (moment < clock.now())
    throw new RequestError(
      'invalid',
      `${at} is over; what was can be read in the history`,
    );
  return moment;
}
