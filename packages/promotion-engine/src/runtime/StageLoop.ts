import { autoPromotionObstacle, staleHolds } from '../decide/autoPromotion';
import { isAutoPromotionEnabled } from '../decide/isAutoPromotionEnabled';
import { originKey } from '../model/artifacts';
import { FreightRequest, Project, Stage } from '../model/definition';
import { end } from './advanceRequest';
import { autoCandidate } from './autoCandidate';
import { commitAndTell, entryOf, expectStage } from './commit';
import { EngineContext } from './context';
import { createRequest } from './createRequest';

const ACTOR = { ref: 'component:auto-promotion', ownership: [] };
/** Wakes what waits for a stage, and promotes what a policy wants promoted. */
export class StageLoop {
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
    if (!definition || !stage || definition.paused) return undefined;
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
    if (!stage.promotionTemplate) return undefined;
    let soonest: number | undefined;
    if (enabled) {
      for (const request of stage.requestedFreight) {
        await this.#autoPromote(definition.project, stage, request);
        if (request.sources.requiredSoakMs > 0)
          soonest = Math.min(
            soonest ?? Infinity,
            request.sources.requiredSoakMs,
            30_000,
          );
      }
    }
    return soonest === undefined ? undefined : { againMs: soonest };
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
    const { store } = this.#engine;
    const candidate = await autoCandidate(this.#engine, project, {
      stage,
      request,
    });
    if (!candidate) return;
    const [stageRow, open, newestTerminal] = await Promise.all([
      store.stage(project.name, stage.name),
      store.openPromotions(project.name, stage.name),
      store.newestTerminal(project.name, stage.name, candidate.name),
    ]);
    if (autoPromotionObstacle(candidate, { stageRow, open, newestTerminal }))
      return;
    for (const older of open) {
      // a newer automatic request takes the place of an older automatic one that has not begun, visibly
      const begun = older.phase === 'Running';
      if (
        older.automatic &&
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
}
