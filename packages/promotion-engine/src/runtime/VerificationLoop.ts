import { stagesAfter } from '../decide/controlFlow';
import { assessAnalysis } from '../decide/analysis';
import { isWell } from '../decide/health';
import { Project, Stage } from '../model/definition';
import { StageRow } from '../model/rows';
import {
  AnalysisRunRef,
  isVerificationTerminal,
  Verification,
  VerificationPhase,
} from '../model/verification';
import { commitAndTell, entryOf, expectStage } from './commit';
import { EngineContext, isoNow } from './context';
import {
  followAnalysisRun,
  newVerification,
  tidyRuns,
} from './followAnalysisRun';
import { resolveMetrics } from './measure';
import { stageHealth } from './stageHealth';
import { restoredBy } from './rollback/restored';
import { analysisOf, stopOpen, takeDue } from './takeDue';

const ACTOR = 'component:verification';
const CLAIM_MS = 15_000;
const UNWELL_LOOK_MS = 30_000;

/** Says whether what a stage holds is good: implicitly when it has no checks, otherwise by its metrics. */
export class VerificationLoop {
  readonly #engine: EngineContext;

  constructor(engine: EngineContext) {
    this.#engine = engine;
  }

  async work(
    project: string,
    name: string,
  ): Promise<{ againMs: number } | undefined> {
    const definition = await this.#engine.definitions.load(project);
    const stage = definition?.project.stages.find(each => each.name === name);
    const row = await this.#engine.store.stage(project, name);
    const here = row?.history[0];
    if (
      !definition ||
      !stage ||
      !row ||
      !here ||
      row.lastPromotion?.phase !== 'Succeeded'
    )
      return undefined;
    const current =
      row.verification?.collection === here.id ? row.verification : undefined;
    if (current && isVerificationTerminal(current.phase)) return undefined;
    // what its health depends on wakes it; this is the safety net
    if (!current && !isWell(await stageHealth(this.#engine, row)))
      return { againMs: UNWELL_LOOK_MS };
    const claim = `verification:${project}/${name}`;
    if (
      (await this.#engine.store.acquire(
        claim,
        this.#engine.replica,
        CLAIM_MS,
      )) === undefined
    )
      return { againMs: 1000 };
    try {
      if (!stage.verification && !current?.run) {
        const at = isoNow(this.#engine);
        const implicit: Verification = {
          id: '',
          collection: here.id,
          phase: 'Successful',
          startedAt: at,
          finishedAt: at,
          actor: ACTOR,
          message: 'no checks',
        };
        await this.#finish(definition.project, {
          stage,
          row,
          verification: implicit,
        });
        return undefined;
      }
      const verification =
        current ?? (await this.#begin(project, { stage, row }));
      const at = { stage, verification };
      return verification.run
        ? await this.#follow(definition.project, at, verification.run)
        : await this.#measure(definition.project, at);
    } finally {
      await this.#engine.store.release(claim, this.#engine.replica);
    }
  }

  async #begin(
    project: string,
    { stage, row }: { stage: Stage; row: StageRow },
  ): Promise<Verification> {
    const verification = newVerification(this.#engine, stage, {
      collection: row.history[0].id,
      actor: ACTOR,
    });
    await this.#started(project, row, verification);
    return verification;
  }

  async #started(
    project: string,
    row: StageRow,
    verification: Verification,
  ): Promise<void> {
    const entry = entryOf(this.#engine, {
      verb: 'verification.started',
      actor: ACTOR,
      subject: `stage:${row.stage}`,
      data: { stage: row.stage, verification },
    });
    await commitAndTell(this.#engine, project, {
      entries: [entry],
      expect: [expectStage(row.stage, row)],
    });
  }

  /** What Argo Rollouts measures is taken over; the verdict is its own. */
  async #follow(
    project: Project,
    { stage, verification }: { stage: Stage; verification: Verification },
    run: AnalysisRunRef,
  ): Promise<{ againMs: number } | undefined> {
    const row = (await this.#engine.store.stage(project.name, stage.name))!;
    const now = await followAnalysisRun(this.#engine, project, {
      stage,
      row,
      verification: { ...verification, run },
    });
    if (now.status === 'goesOn') return { againMs: now.againMs };
    if (now.status === 'begun') {
      const begun = { ...verification, phase: VerificationPhase.Running };
      await this.#started(project.name, row, begun);
      return { againMs: 0 };
    }
    const { phase, message } = now;
    if (phase === 'Successful' && !isWell(await stageHealth(this.#engine, row)))
      return { againMs: UNWELL_LOOK_MS };
    const finishedAt = isoNow(this.#engine);
    const ended = { ...verification, phase, message, finishedAt };
    await this.#finish(project, { stage, row, verification: ended });
    await tidyRuns(this.#engine, { project: project.name, row, run });
    return undefined;
  }

  async #measure(
    project: Project,
    at: { stage: Stage; verification: Verification },
  ): Promise<{ againMs: number } | undefined> {
    const { stage, verification } = at;
    const row = (await this.#engine.store.stage(project.name, stage.name))!;
    const metrics = await resolveMetrics(this.#engine, project, {
      stage,
      row,
      pins: { now: verification.startedAt },
    });
    if ('problem' in metrics) {
      const ended: Verification = {
        ...verification,
        phase: 'Error',
        message: metrics.problem,
        finishedAt: isoNow(this.#engine),
      };
      await this.#finish(project, { stage, row, verification: ended });
      return undefined;
    }
    for (;;) {
      const analysis = await analysisOf(this.#engine, project.name, {
        stage: stage.name,
        promotion: row.history[0].promotion,
        verification,
        metrics: metrics.metrics,
      });
      const verdict = assessAnalysis(analysis.states);
      if ('phase' in verdict) {
        const good = verdict.phase === 'Successful';
        if (good && !isWell(await stageHealth(this.#engine, row)))
          return { againMs: UNWELL_LOOK_MS };
        await stopOpen(this.#engine, analysis);
        const message = this.#engine.masker.mask(verdict.message);
        const { phase } = verdict;
        const finishedAt = isoNow(this.#engine);
        const ended = { ...verification, phase, message, finishedAt };
        await this.#finish(project, { stage, row, verification: ended });
        return undefined;
      }
      const now = this.#engine.clock.now();
      if (verdict.dueAt > now) return { againMs: verdict.dueAt - now };
      const againMs = await takeDue(this.#engine, analysis);
      if (againMs !== undefined) return { againMs };
    }
  }

  async #finish(
    project: Project,
    end: { stage: Stage; row: StageRow; verification: Verification },
  ): Promise<void> {
    const { stage, row, verification } = end;
    const freight = Object.values(row.history[0].items).map(item => item.name);
    const data = { stage: stage.name, verification, freight };
    const entry = entryOf(this.#engine, {
      verb: 'verification.finished',
      actor: ACTOR,
      subject: `stage:${stage.name}`,
      data,
    });
    const restored =
      verification.phase === 'Successful'
        ? await restoredBy(this.#engine, project.name, row)
        : { entries: [], expect: [] };
    await commitAndTell(this.#engine, project.name, {
      entries: [entry, ...restored.entries],
      expect: [expectStage(stage.name, row), ...restored.expect],
    });
    for (const name of [stage.name, ...stagesAfter(project, stage.name)]) {
      await this.#engine.queue.enqueue({
        kind: 'stage',
        project: project.name,
        name,
      });
    }
  }
}
