import { StageRow } from '../model/rows';
import { isVerificationTerminal, Verification } from '../model/verification';
import { commitAndTell, entryOf, expectStage } from './commit';
import { EngineContext, isoNow } from './context';
import { RequestError, StageDecision } from './engine';

/** A new verification of what the stage holds; that it was verified before stays (kargo.md 4.7). */
export async function verifyAgain(
  engine: EngineContext,
  input: StageDecision,
): Promise<void> {
  const { row, verification } = await verificationOf(engine, input);
  if (!isVerificationTerminal(verification.phase))
    throw new RequestError(
      'conflict',
      `${input.stage} is being verified; wait for it, or stop it first`,
    );
  await commitVerification(
    engine,
    { input, row },
    {
      id: engine.ids.ulid().toLowerCase(),
      collection: verification.collection,
      phase: 'Running',
      startedAt: isoNow(engine),
      actor: input.actor.ref,
    },
  );
}

/** A verification that a person ends counts as failed, as in Kargo. */
export async function stopVerification(
  engine: EngineContext,
  input: StageDecision,
): Promise<void> {
  const { row, verification } = await verificationOf(engine, input);
  if (isVerificationTerminal(verification.phase))
    throw new RequestError(
      'conflict',
      `the verification of ${input.stage} is over: ${verification.phase}`,
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

/** The verification of what is there, when it has checks that can be repeated. */
async function verificationOf(
  engine: EngineContext,
  { project, stage }: StageDecision,
): Promise<{ row: StageRow; verification: Verification }> {
  const definition = await engine.definitions.load(project);
  if (!definition?.project.stages.some(({ name }) => name === stage))
    throw new RequestError(
      'notFound',
      `there is no stage ${stage} in ${project}`,
    );
  const row = await engine.store.stage(project, stage);
  const verification = row?.verification;
  if (!row || !verification || verification.collection !== row.history[0]?.id)
    throw new RequestError(
      'conflict',
      `nothing that ${stage} holds was verified yet`,
    );
  if (verification.id === '')
    throw new RequestError('invalid', `${stage} has no checks to repeat`);
  return { row, verification };
}
