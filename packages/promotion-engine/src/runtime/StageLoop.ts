import { autoPromotionObstacle, staleHolds } from '../decide/autoPromotion';
import { isAutoPromotionEnabled } from '../decide/isAutoPromotionEnabled';
import { originKey } from '../model/artifacts';
import { FreightRequest, Project, Stage } from '../model/definition';
import { FreightRow, StageRow } from '../model/rows';
import { end } from './advanceRequest';
import { autoCandidates } from './candidatesInOrder';
import { commitAndTell, entryOf, expectStage } from './commit';
import { EngineContext } from './context';
import { createRequest } from './createRequest';
import { passFreight } from './passFreight';
import { rollBackByItself } from './rollback/rollBackByItself';

const ACTOR = { ref: 'component:auto-promotion', ownership: [] };
/** Wakes what waits for a stage, and promotes what a policy wants promoted. */
export class StageLoop {
  readonly #engine: EngineContext;

  constructor(engine: EngineContext) {
    this.#engine = engine;
  }

  /** @throws ConflictError when somebody else decided meanwhile */
  async work(
    project: string,
    name: string,
  ): Promise<{ againMs: number } | undefined> {
    const definition = await this.#engine.definitions.load(project);
    const stage = definition?.project.stages.find(each => each.name === name);
    if (!definition || !stage || definition.paused) return undefined;
    // first of all: what goes back goes before what waits
    const back = await rollBackByItself(
      this.#engine,
      definition.project,
      stage,
    );
    for (const promotion of await this.#engine.store.openPromotions(
      project,
      name,
    )) {
      await this.#engine.queue.enqueue({
        kind: 'promotion',
        project,
        name: promotion.name,
      });
    }
    const enabled = isAutoPromotionEnabled(
      definition.project.promotionPolicies,
      stage,
    );
    await this.#releaseStaleHolds(project, stage, enabled);
    if (!stage.promotionTemplate) {
      await passFreight(this.#engine, definition.project, stage);
      return nextLook(stage);
    }
    if (back || !enabled) return back;
    for (const request of stage.requestedFreight) {
      await this.#autoPromote(definition.project, stage, request);
    }
    return nextLook(stage);
  }

  async #releaseStaleHolds(
    project: string,
    stage: Stage,
    enabled: boolean,
  ): Promise<void> {
    const row = await this.#engine.store.stage(project, stage.name);
    const origins = staleHolds(stage, row?.holds ?? {}, enabled);
    if (origins.length === 0) return;
    await commitAndTell(this.#engine, project, {
      entries: origins.map(origin =>
        entryOf(this.#engine, {
          verb: 'hold.released',
          actor: ACTOR.ref,
          subject: `stage:${stage.name}`,
          reason: 'nothing is promoted by itself from there',
          data: { stage: stage.name, origin },
        }),
      ),
      expect: [expectStage(stage.name, row)],
    });
  }

  async #autoPromote(
    project: Project,
    stage: Stage,
    request: FreightRequest,
  ): Promise<void> {
    const of = { stage, request };
    for (const candidate of await autoCandidates(this.#engine, project, of))
      await this.#request(project, of, candidate);
  }

  async #request(
    project: Project,
    { stage, request }: { stage: Stage; request: FreightRequest },
    candidate: FreightRow,
  ): Promise<void> {
    const { store } = this.#engine;
    const [stageRow, open, newestTerminal] = await Promise.all([
      store.stage(project.name, stage.name),
      store.openPromotions(project.name, stage.name),
      store.newestTerminal(project.name, stage.name, candidate.name),
    ]);
    const here = await this.#newestHere(project, request, stageRow);
    const facts = { stageRow, open, newestTerminal, here };
    if (autoPromotionObstacle(candidate, facts)) return;
    for (const older of open) {
      // a newer automatic request takes the place of an older automatic one that has not begun, visibly
      const begun = older.phase === 'Running';
      if (
        stage.queue?.kind !== 'inOrder' &&
        stage.queue?.kind !== 'batch' &&
        older.automatic &&
        !older.rollback &&
        !begun &&
        originKey(older.freight.origin) === originKey(candidate.origin)
      ) {
        await end(this.#engine, older, {
          phase: 'Superseded',
          by: ACTOR.ref,
          message: `superseded by ${candidate.alias}`,
        });
      }
    }
    await createRequest(this.#engine, {
      project,
      stage,
      freight: candidate,
      actor: ACTOR,
      automatic: true,
      reason: 'policy: auto-promotion',
    });
  }

  /** What is there of one origin, where a policy wants the newest: then it never goes back. */
  async #newestHere(
    project: Project,
    { origin, sources }: FreightRequest,
    stageRow: StageRow | undefined,
  ): Promise<FreightRow | undefined> {
    const held = stageRow?.history[0]?.items[originKey(origin)];
    return held && sources.selectionPolicy === 'NewestFreight'
      ? this.#engine.store.freight(project.name, held.name)
      : undefined;
  }
}

const LONGEST_LOOK_MS = 30_000;

/** Nothing tells when a soak is over, so a stage that waits for one looks again. */
function nextLook({
  requestedFreight,
}: Stage): { againMs: number } | undefined {
  const soaks = requestedFreight
    .map(({ sources }) => sources.requiredSoakMs)
    .filter(soak => soak > 0);
  return soaks.length > 0
    ? { againMs: Math.min(...soaks, LONGEST_LOOK_MS) }
    : undefined;
}
