import { whyNotWaive } from '../decide/availabilityFacts';
import { rowKey } from '../model/rows';
import { commitAct, entryOf } from './commit';
import { EngineContext } from './context';
import { FreightWaiver, RequestError } from './engine';
import { requireReason } from './requireReason';
import { resolveFreight } from './resolveFreight';

/**
 * Lets freight past verification and soak into one stage (Kargo 3.5: approvedFor). It approves nothing, and there is
 * no way back.
 * @throws RequestError without a reason, or where no waiver is needed
 */
export async function waiveFreight(
  engine: EngineContext,
  input: FreightWaiver,
): Promise<void> {
  const { project, actor } = input;
  const reason = requireReason(input.reason, 'let freight past verification');
  const { stage, freight } = await resolveFreight(engine, input);
  const rows = await engine.store.freightStages(project, [freight.name]);
  const now = engine.clock.now();
  const why = whyNotWaive(stage, freight, { rows, now });
  if (why) throw new RequestError('conflict', why);
  const row = rows.find(each => each.stage === stage.name);
  await commitAct(engine, project, {
    entries: [
      entryOf(engine, {
        verb: 'freight.waived',
        actor: actor.ref,
        subject: `freight:${freight.name}`,
        reason,
        data: { freight: freight.name, stage: stage.name },
      }),
    ],
    expect: [
      {
        ...rowKey.freightStage(freight.name, stage.name),
        version: row?.version ?? 0,
      },
    ],
  });
  await engine.queue.enqueue({ kind: 'stage', project, name: stage.name });
}
