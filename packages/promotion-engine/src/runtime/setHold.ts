import { commitAndTell, entryOf, expectStage } from './commit';
import { EngineContext } from './context';
import { Actor } from './engine';
import { resolveStage } from './resolveFreight';
import { stagesFor } from './stagesFor';

/** Puts auto-promotion of one origin on hold, or lets it go on; of a stage with targets, in each of them. */
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
  const { project: name, origin, actor, reason } = input;
  const { project, stage } = await resolveStage(engine, input);
  const stages = stagesFor(project, stage).map(each => each.name);
  const rows = await Promise.all(
    stages.map(each => engine.store.stage(name, each)),
  );
  await commitAndTell(engine, name, {
    entries: stages.map(each =>
      entryOf(engine, {
        verb,
        actor: actor.ref,
        subject: `stage:${each}`,
        reason,
        data: { stage: each, origin },
      }),
    ),
    expect: stages.map((each, index) => expectStage(each, rows[index])),
  });
  for (const each of stages)
    await engine.queue.enqueue({ kind: 'stage', project: name, name: each });
}
