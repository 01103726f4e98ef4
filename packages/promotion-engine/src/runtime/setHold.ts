import { commitAndTell, entryOf, expectStage } from './commit';
import { EngineContext } from './context';
import { Actor, RequestError } from './engine';

/** Puts auto-promotion of one origin on hold, or lets it go on. */
export async function setHold(
  engine: EngineContext,
  input: {
    project: string;
    stage: string;
    origin: string;
    actor: Actor;
    reason?: string;
  },
  verb: 'hold.set' | 'hold.released',
): Promise<void> {
  const { project, stage, origin, actor, reason } = input;
  const definition = await engine.definitions.load(project);
  if (!definition?.project.stages.some(each => each.name === stage)) {
    throw new RequestError(
      'notFound',
      `there is no stage ${stage} in ${project}`,
    );
  }
  const row = await engine.store.stage(project, stage);
  const subject = `stage:${stage}`;
  const entry = entryOf(engine, {
    verb,
    actor: actor.ref,
    subject,
    reason,
    data: { stage, origin },
  });
  await commitAndTell(engine, project, {
    entries: [entry],
    expect: [expectStage(stage, row)],
  });
  await engine.queue.enqueue({ kind: 'stage', project, name: stage });
}
