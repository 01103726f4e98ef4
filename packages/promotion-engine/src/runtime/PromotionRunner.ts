import { nextCollection } from '../decide/buildPromotion';
import { FreightCollection } from '../model/freight';
import { isTerminal } from '../model/promotion';
import { PromotionRow, StageRow } from '../model/rows';
import { entryOf, commitAndTell, expectPromotion, expectStage } from './commit';
import { EngineContext } from './context';
import { advanceRequest, endAborted } from './advanceRequest';
import { executePromotion } from './executePromotion';
import { gateReport } from './facts';
import { Race } from './locks';
import { unapprove } from './people/unapprove';
import { settleQueue } from './settleQueue';

/** Milliseconds a claim lasts without being renewed: a killed replica's work is free after that (design: 30 s). */
const CLAIM_MS = 15_000;

export type Again = { againMs: number } | undefined;

/**
 * Moves one promotion as far as it goes now.
 *
 *   Requested --approved, plan unchanged--> Pending --stage free, gates open--> Running --steps--> an end
 *   Running --what would be written changed, approval needed--> Requested
 *   Pending, Running --an approval expired or was withdrawn, nothing written--> Requested
 *
 * Level based: it looks at the rows, does the next thing, commits, looks again.
 * @throws ConflictError when somebody else decided meanwhile; then the rows are to be read anew
 */
export class PromotionRunner {
  readonly #engine: EngineContext;
  readonly #active = new Map<string, AbortController>();

  constructor(engine: EngineContext) {
    this.#engine = engine;
  }

  /** Interrupts the plan or the step that runs in this process; the abort itself is in the ledger already. */
  interrupt(project: string, name: string): void {
    this.#active.get(`${project}/${name}`)?.abort();
  }

  async work(project: string, name: string): Promise<Again> {
    const key = `${project}/${name}`;
    if (this.#active.has(key)) return { againMs: 100 };
    const controller = new AbortController();
    this.#active.set(key, controller);
    const race: Race = {};
    try {
      const { signal } = controller;
      return await this.#advance({ project, name }, { signal, race });
    } catch (error) {
      if (controller.signal.aborted) return { againMs: 0 };
      throw error;
    } finally {
      this.#active.delete(key);
      await race.lock?.release();
    }
  }

  async #advance(
    { project, name }: { project: string; name: string },
    how: { signal: AbortSignal; race: Race },
  ): Promise<Again> {
    for (;;) {
      const promotion = await this.#engine.store.promotion(project, name);
      if (!promotion || isTerminal(promotion.phase)) return undefined;
      if (promotion.phase === 'Requested') {
        const { signal } = how;
        if (!(await advanceRequest(this.#engine, promotion, signal)))
          return undefined;
      } else if (promotion.phase === 'Pending') {
        const again = await this.#start(promotion);
        if (again !== 'started' && again !== 'unapproved') return again;
      } else {
        const again = await this.#run(promotion, how);
        if (again !== 'changed') return again;
      }
    }
  }

  async #start(
    promotion: PromotionRow,
  ): Promise<Again | 'started' | 'unapproved'> {
    const { project, name, stage } = promotion;
    // what has not begun ends at once, whatever it waits for
    if (await endAborted(this.#engine, promotion)) return undefined;
    const report = await gateReport(
      this.#engine,
      { ...promotion, promotion },
      'start',
    );
    if (await settleQueue(this.#engine, promotion, report)) return undefined;
    if (await unapprove(this.#engine, promotion, { report, steps: [] }))
      return 'unapproved';
    if (report.first) return waitFor(this.#engine, report.first.clearsAt);
    const stageRow = await this.#engine.store.stage(project, stage);
    const collection = await this.#collection(promotion, stageRow);
    await commitAndTell(this.#engine, project, {
      entries: [
        entryOf(this.#engine, {
          verb: 'promotion.started',
          actor: 'component:promotions',
          subject: `promotion:${name}`,
          data: { promotion: name, stage, ...(collection && { collection }) },
        }),
      ],
      expect: [expectPromotion(promotion), expectStage(stage, stageRow)],
    });
    await this.#engine.faults.at('promotion.started', { promotion: name });
    return 'started';
  }

  /** What came into the stage by other origins while it waited stays there (Kargo 4.3). @returns undefined when nothing did */
  async #collection(
    { project, stage: name, freight, collection }: PromotionRow,
    stageRow: StageRow | undefined,
  ): Promise<FreightCollection | undefined> {
    const loaded = await this.#engine.definitions.load(project);
    const stage = loaded?.project.stages.find(each => each.name === name);
    const next = stage && nextCollection({ stage, freight, stageRow });
    return next?.id === collection.id ? undefined : next;
  }

  /** One promotion at a time per stage: the row says which, the claim says which replica (invariant 1). */
  async #run(
    promotion: PromotionRow,
    how: { signal: AbortSignal; race: Race },
  ): Promise<Again | 'changed'> {
    const claim = `stage:${promotion.project}/${promotion.stage}`;
    const holder = this.#engine.replica;
    if (
      (await this.#engine.store.acquire(claim, holder, CLAIM_MS)) === undefined
    )
      return { againMs: 1000 };
    const renewal = setInterval(() => {
      this.#engine.store
        .acquire(claim, holder, CLAIM_MS)
        .catch(() => undefined);
    }, CLAIM_MS / 3);
    try {
      // the interruption was for the step; recognising and cleaning up are not to be interrupted
      const signal = promotion.abortRequested
        ? new AbortController().signal
        : how.signal;
      return await executePromotion(this.#engine, promotion, {
        ...how,
        signal,
      });
    } finally {
      clearInterval(renewal);
      await this.#engine.store.release(claim, holder);
    }
  }
}

/** When to look again at a closed gate; events wake it earlier, this is the safety net. */
function waitFor(engine: EngineContext, clearsAt?: string): Again {
  const safetyNet = 30_000;
  const untilClear = clearsAt
    ? Date.parse(clearsAt) - engine.clock.now()
    : safetyNet;
  return { againMs: Math.max(50, Math.min(untilClear, safetyNet)) };
}
