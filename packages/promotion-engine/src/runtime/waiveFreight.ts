import { whyNotWaive } from '../decide/availabilityFacts';
import { rowKey } from '../model/rows';
import { commitAct, entryOf } from './commit';
import { EngineContext } from './context';
import { FreightWaiver, RequestError } from './engine';
import { requireReason } from './requireReason';
import { resolveFreight } from './resolveFreight';
import { stagesFor } from './stagesFor';

/**
 * Lets freight past verification and soak into one stage (Kargo 3.5: approvedFor), or into each of its targets. It
 * approves nothing, and there is no way back.
 * @throws RequestError without a reason, or where no waiver is needed
 */
export async function waiveFreight(
  engine: EngineContext,
  input: FreightWaiver,
): Promise<void> {
  const { project: name, actor } = input;
  const reason = requireReason(input.reason, 'let freight past verification');
  const { project, stage, freight } = await resolveFreight(engine, input);
  const rows = await engine.store.freightStages(name, [freight.name]);
  const now = engine.clock.now();
  const asked = stagesFor(project, stage).map(each => ({
    stage: each.name,
    why: whyNotWaive(each, freight, { rows, now }),
  }));
  const waived = asked.filter(({ why }) => why === undefined);
  if (waived.length === 0) throw new RequestError('conflict', asked[0].why!);
  await commitAct(engine, name, {
    entries: waived.map(({ stage: into }) =>
      entryOf(engine, {
        verb: 'freight.waived',
        actor: actor.ref,
        subject: `freight:${freight.name}`,
        reason,
        data: { freight: freight.name, stage: into },
      }),
    ),
    expect: waived.map(({ stage: into }) => ({
      ...rowKey.freightStage(freight.name, into),
      version: rows.find(row => row.stage === into)?.version ?? 0,
    })),
  });
  for (const { stage: into } of waived)
    await engine.queue.enqueue({ kind: 'stage', project: name, name: into });
}
