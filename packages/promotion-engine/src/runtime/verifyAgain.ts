import {
  whyNotStopVerification,
  whyNotVerifyAgain,
} from '../decide/verificationActs';
import { Stage } from '../model/definition';
import { StageRow } from '../model/rows';
import { isVerificationTerminal, Verification } from '../model/verification';
import { commitAndTell, entryOf, expectStage } from './commit';
import { EngineContext, isoNow } from './context';
import { RequestError, StageDecision } from './engine';
import { newVerification, stopRun } from './followAnalysisRun';
import { resolveMetrics } from './measure';
import { analysisOf, stopOpen } from './takeDue';

/** A new verification of what the stage holds; that it was verified before stays (kargo.md 4.7). */
export async function verifyAgain(
  engine: EngineContext,
  input: StageDecision,
): Promise<void> {
  const { row, stage, verification } = await verificationOf(
    engine,
    input,
    whyNotVerifyAgain,
  );
  const anew = newVerification(engine, stage, {
    collection: verification.collection,
    actor: input.actor.ref,
  });
  await commitVerification(engine, { input, row }, anew);
}

/** A verification that a person ends counts as failed, as in Kargo. */
export async function stopVerification(
  engine: EngineContext,
  input: StageDecision,
): Promise<void> {
  const { row, verification } = await verificationOf(
    engine,
    input,
    whyNotStopVerification,
  );
  await commitVerification(
    engine,
    { input, row },
    {
      ...verification,
      phase: 'Failed',
      finishedAt: isoNow(engine),
      message: `stopped by ${input.actor.ref}`,
    },
  );
  await stopElsewhere(engine, input, { row, verification });
}

/** What the checks began in other places ends with them. */
async function stopElsewhere(
  engine: EngineContext,
  { project: name, stage: of }: StageDecision,
  at: { row: StageRow; verification: Verification },
): Promise<void> {
  const { row, verification } = at;
  if (verification.run) {
    await stopRun(engine, verification.run);
    return;
  }
  const project = (await engine.definitions.load(name))?.project;
  const stage = project?.stages.find(each => each.name === of);
  if (!project || !stage) return;
  const pins = { now: verification.startedAt };
  const found = await resolveMetrics(engine, project, { stage, row, pins });
  if ('problem' in found) return;
  const { metrics } = found;
  const { promotion } = row.history[0];
  const input = { stage: of, promotion, verification, metrics };
  await stopOpen(engine, await analysisOf(engine, name, input));
}

async function commitVerification(
  engine: EngineContext,
  { input, row }: { input: StageDecision; row: StageRow },
  verification: Verification,
): Promise<void> {
  const { project, stage, actor, reason } = input;
  const at = { actor: actor.ref, subject: `stage:${stage}`, reason };
  const data = { stage, verification };
  await commitAndTell(engine, project, {
    entries: [
      isVerificationTerminal(verification.phase)
        ? entryOf(engine, {
            verb: 'verification.finished',
            ...at,
            data: { ...data, freight: [] },
          })
        : entryOf(engine, { verb: 'verification.started', ...at, data }),
    ],
    expect: [expectStage(stage, row)],
  });
  for (const kind of ['verification', 'stage'] as const)
    await engine.queue.enqueue({ kind, project, name: stage });
}

/** The verification of what is there. @throws RequestError when the rule says why not */
async function verificationOf(
  engine: EngineContext,
  { project, stage }: StageDecision,
  whyNot: typeof whyNotVerifyAgain,
): Promise<{ row: StageRow; stage: Stage; verification: Verification }> {
  const definition = await engine.definitions.load(project);
  const found = definition?.project.stages.find(({ name }) => name === stage);
  if (!found)
    throw new RequestError(
      'notFound',
      `there is no stage ${stage} in ${project}`,
    );
  const row = await engine.store.stage(project, stage);
  const why = whyNot(stage, row);
  if (why) throw new RequestError('conflict', why);
  return { row: row!, stage: found, verification: row!.verification! };
}
