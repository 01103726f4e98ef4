import { EffectDigest, PromotionPhase } from '../model/promotion';
import { LedgerEvents, NewEntry, Verb } from '../model/ledger';
import { PromotionRow, RowKey, StepRow } from '../model/rows';
import { commitAndTell, entryOf, expectPromotion, expectStage } from './commit';
import { EngineContext } from './context';
import { Race } from './locks';
import { createRun, Run } from './run';
import { transcriptsOf } from './transcripts';

/** One attempt to bring a promotion forward in this process. */
export interface Execution {
  engine: EngineContext;
  /** Its version is moved by every commit of this execution. */
  promotion: PromotionRow;
  steps: StepRow[];
  run: Run;
  signal: AbortSignal;
  /** What external steps were planned or found to do, in order. */
  effects: EffectDigest[];
  race: Race;
}

/** Who decides what a running promotion does. */
export const ACTOR = 'component:promotions';

export async function openExecution(
  engine: EngineContext,
  row: PromotionRow,
  how: { signal: AbortSignal; race: Race },
): Promise<Execution> {
  const { signal, race } = how;
  const promotion = { ...row };
  const [steps, definition, freight] = await Promise.all([
    engine.store.steps(row.project, row.name),
    engine.store.project(row.project),
    engine.store.freight(row.project, row.freight.name),
  ]);
  // whatever an earlier process left there is not trusted: pinned inputs give the same files again
  await (await engine.git.openWorkspace(row.name)).remove();
  const workspace = await engine.git.openWorkspace(row.name);
  const execution: Execution = {
    engine,
    promotion,
    steps,
    signal,
    race,
    effects: [...row.effects],
    run: undefined as unknown as Run,
  };
  execution.run = createRun(engine, {
    promotion,
    alias: freight?.alias,
    answers: alias => steps.find(step => step.alias === alias)?.answers ?? [],
    failures: alias =>
      steps.find(step => step.alias === alias)?.errorCount ?? 0,
    entityRef: definition?.entityRef ?? '',
    workspace,
    signal,
    pinned: inputs =>
      decide(execution, 'promotion.pinned', {
        promotion: promotion.name,
        inputs,
      }),
    pinsMetadata: true,
    logged: line =>
      engine.store.appendLog(promotion.project, promotion.name, line),
    transcript: step => {
      const { project, name } = promotion;
      return transcriptsOf(engine, { project, promotion: name, step });
    },
  });
  return execution;
}

/** Commits one decision about the promotion; the worker that lost its claim cannot (it carries the version it read). */
export function decide<V extends Verb>(
  execution: Execution,
  verb: V,
  data: LedgerEvents[V],
): Promise<void> {
  return decideTogether(execution, { verb, data });
}

/** The same, with entries about other things that are true only together with it. */
export async function decideTogether<V extends Verb>(
  execution: Execution,
  { verb, data }: { verb: V; data: LedgerEvents[V] },
  and: { entries: NewEntry[]; expect: (RowKey & { version: number })[] } = {
    entries: [],
    expect: [],
  },
): Promise<void> {
  const { engine, promotion } = execution;
  const subject = `promotion:${promotion.name}`;
  const entry = entryOf(engine, { verb, actor: ACTOR, subject, data });
  await commitAndTell(engine, promotion.project, {
    entries: [entry, ...and.entries],
    expect: [expectPromotion(promotion), ...and.expect],
  });
  promotion.version += 1;
}

/** Ends the promotion: one entry moves promotion, stage, freight and hold. */
export async function finishPromotion(
  execution: Execution,
  end: {
    phase: PromotionPhase;
    message: string;
    actor?: string;
    before?: NewEntry[];
  },
): Promise<void> {
  const { engine, promotion } = execution;
  const { project, name, stage } = promotion;
  const stageRow = await engine.store.stage(project, stage);
  const entering = Object.values(promotion.collection.items).map(
    item => item.name,
  );
  const leaving = Object.values(stageRow?.history[0]?.items ?? {}).map(
    item => item.name,
  );
  const holds = end.phase === 'Succeeded' || hasLanded(execution);
  const data = {
    promotion: name,
    stage,
    phase: end.phase,
    message: engine.masker.mask(end.message),
    freight: holds ? [...new Set([...entering, ...leaving])] : [],
  };
  const subject = `promotion:${name}`;
  const entry = entryOf(engine, {
    verb: 'promotion.finished',
    actor: end.actor ?? ACTOR,
    subject,
    data,
  });
  await commitAndTell(engine, project, {
    entries: [entry],
    expect: [expectPromotion(promotion), expectStage(stage, stageRow)],
  });
  await engine.faults.at('promotion.finished', { promotion: name });
  await execution.run.workspace.remove();
  await engine.queue.enqueue({ kind: 'verification', project, name: stage });
  await engine.queue.enqueue({ kind: 'stage', project, name: stage });
}

/** What one of the steps wrote is what the stage runs, whatever else went wrong. */
function hasLanded(execution: Execution): boolean {
  return execution.steps.some(row => {
    if (row.status !== 'Succeeded' || !row.intent) return false;
    const { external } = execution.engine.registry.steps.get(row.uses) ?? {};
    return external?.lands?.(row.intent) ?? false;
  });
}
