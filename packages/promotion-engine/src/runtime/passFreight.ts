import {
  freightToPass,
  stagesAfter,
  stagesBefore,
} from '../decide/controlFlow';
import { originKey } from '../model/artifacts';
import { Project, Stage } from '../model/definition';
import { FreightRow } from '../model/rows';
import { commitAndTell, entryOf, expectStage } from './commit';
import { EngineContext, isoNow } from './context';

const ACTOR = 'component:control-flow';
/** The newest of each origin that are looked at, beside what the stages before hold or held. */
const NEWEST = 50;

/** A control-flow stage holds nothing: what may enter it counts as verified there at once (kargo.md 4.8). */
export async function passFreight(
  engine: EngineContext,
  project: Project,
  stage: Stage,
): Promise<void> {
  const { store } = engine;
  const freight = await candidates(engine, project, stage);
  const rows = await store.freightStages(
    project.name,
    freight.map(({ name }) => name),
  );
  const passing = freightToPass(stage, freight, {
    rows,
    now: engine.clock.now(),
  });
  if (passing.length === 0) return;
  const at = isoNow(engine);
  const verification = {
    id: '',
    collection: '',
    phase: 'Successful' as const,
    startedAt: at,
    finishedAt: at,
    actor: ACTOR,
    message: 'passed on',
  };
  await commitAndTell(engine, project.name, {
    entries: [
      entryOf(engine, {
        verb: 'verification.finished',
        actor: ACTOR,
        subject: `stage:${stage.name}`,
        data: { stage: stage.name, verification, freight: passing },
      }),
    ],
    expect: [
      expectStage(stage.name, await store.stage(project.name, stage.name)),
    ],
  });
  for (const name of stagesAfter(project, stage.name)) {
    await engine.queue.enqueue({ kind: 'stage', project: project.name, name });
  }
}

/** What can have become available: the newest freight, and what is or was in a stage before. */
async function candidates(
  { store }: EngineContext,
  project: Project,
  stage: Stage,
): Promise<FreightRow[]> {
  const found = new Map<string, FreightRow>();
  for (const { origin } of stage.requestedFreight) {
    const { items } = await store.freightPage(project.name, {
      origin: originKey(origin),
      limit: NEWEST,
    });
    items.forEach(freight => found.set(freight.name, freight));
  }
  const before = stagesBefore(project, stage);
  const rows = await store.stages(project.name);
  const held = rows
    .filter(row => before.includes(row.stage))
    .flatMap(({ history }) => history)
    .flatMap(({ items }) => Object.values(items).map(({ name }) => name));
  for (const name of new Set(held)) {
    const freight = found.has(name)
      ? undefined
      : await store.freight(project.name, name);
    if (freight) found.set(name, freight);
  }
  return [...found.values()];
}
