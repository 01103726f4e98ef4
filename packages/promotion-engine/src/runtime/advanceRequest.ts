import { approvalState } from '../decide/approvalState';
import { effectDigest, planDifferences } from '../decide/digest';
import { PromotionRow } from '../model/rows';
import { Plan } from '../model/promotion';
import { commitAndTell, entryOf, expectPromotion, expectStage } from './commit';
import { EngineContext } from './context';
import { holdsMask } from './masking';
import { diffAuthors } from './people/diffAuthors';
import { approvalFacts } from './people/judge';
import { openReview } from './people/openReview';
import { planPromotion } from './planPromotion';

const ACTOR = 'component:promotions';

/**
 * Looks whether a request has its approvals.
 * @param signal - ends what waits for a remote; then its reason is thrown
 * @returns true when its phase changed
 */
export async function advanceRequest(
  engine: EngineContext,
  promotion: PromotionRow,
  signal: AbortSignal,
): Promise<boolean> {
  const { project, name } = promotion;
  const { digest } = promotion;
  const state = approvalState(await approvalFacts(engine, promotion));
  if (await endAborted(engine, promotion)) return true;
  if (state.rejectedBy)
    return end(engine, promotion, {
      phase: 'Rejected',
      by: state.rejectedBy,
      message: `rejected by ${state.rejectedBy}`,
    });
  if (!state.met) return false;
  const fresh = await freshPlan(engine, promotion, signal);
  if (fresh && fresh.digest !== digest)
    return changed(engine, promotion, fresh);
  const review = await openReview(engine, promotion, state);
  await commitAndTell(engine, project, {
    entries: [
      entryOf(engine, {
        verb: 'promotion.queued',
        actor: ACTOR,
        subject: `promotion:${name}`,
        reason: state.sentence,
        data: { promotion: name },
      }),
      ...review.entries,
    ],
    expect: [expectPromotion(promotion), ...review.expect],
  });
  return true;
}

/** Ends what somebody wants aborted and has not begun. @returns true when it did */
export async function endAborted(
  engine: EngineContext,
  promotion: PromotionRow,
): Promise<boolean> {
  const { abortRequested } = promotion;
  if (!abortRequested) return false;
  const { actor } = abortRequested;
  return end(engine, promotion, {
    phase: 'Aborted',
    by: actor,
    message: `aborted by ${actor}; nothing was written`,
  });
}

/** Ends a promotion that never ran. */
export async function end(
  engine: EngineContext,
  promotion: PromotionRow,
  how: {
    phase: 'Aborted' | 'Rejected' | 'Superseded';
    by: string;
    message: string;
  },
): Promise<boolean> {
  const { project, name, stage } = promotion;
  const stageRow = await engine.store.stage(project, stage);
  const data = {
    promotion: name,
    stage,
    phase: how.phase,
    message: how.message,
    freight: [],
  };
  await commitAndTell(engine, project, {
    entries: [
      entryOf(engine, {
        verb: 'promotion.finished',
        actor: how.by,
        subject: `promotion:${name}`,
        data,
      }),
    ],
    expect: [expectPromotion(promotion), expectStage(stage, stageRow)],
  });
  await engine.queue.enqueue({ kind: 'stage', project, name: stage });
  return true;
}

/**
 * A plan is still good when what it read has the same object ids on the heads of now; otherwise it is made again.
 * @returns undefined when nothing that was read has changed.
 */
async function freshPlan(
  engine: EngineContext,
  promotion: PromotionRow,
  signal: AbortSignal,
): Promise<Plan | undefined> {
  const { project, name } = promotion;
  const plan = await engine.store.plan(project, name);
  if (plan && (await sameInputs(engine, plan, signal))) return undefined;
  const row = await engine.store.project(project);
  const request = { ...promotion, pins: { ...promotion.pins, inputs: {} } };
  const again = await planPromotion(engine, request, {
    entityRef: row?.entityRef ?? '',
    signal,
  });
  // what an interruption left out is no plan
  signal.throwIfAborted();
  await engine.store.savePlan(project, again);
  return again;
}

async function sameInputs(
  engine: EngineContext,
  plan: Plan,
  signal: AbortSignal,
): Promise<boolean> {
  for (const [input, paths] of Object.entries(plan.readSet)) {
    // nobody kept the secret in its address
    if (holdsMask(input)) return false;
    const [, repoURL, ref] = /^git:(.*)#([^#]*)$/.exec(input)!;
    const { commit } = await engine.git.resolve(
      repoURL,
      ref ? { branch: ref } : {},
      { signal },
    );
    if (plan.pins.inputs[input]?.split(' ')[0] === commit) continue;
    const now = await engine.git.objectIds(repoURL, commit, Object.keys(paths));
    if (Object.entries(paths).some(([path, id]) => (now[path] ?? '') !== id))
      return false;
  }
  return true;
}

async function changed(
  engine: EngineContext,
  promotion: PromotionRow,
  plan: Plan,
): Promise<boolean> {
  const { project, name, stage } = promotion;
  const effects = plan.effects.map(effectDigest);
  const stageRow = await engine.store.stage(project, stage);
  const data = {
    promotion: name,
    stage,
    steps: [],
    digest: plan.digest,
    effects,
    inputs: plan.pins.inputs,
    differences: planDifferences(promotion.effects, effects, promotion.steps),
    authors: await diffAuthors(engine, promotion),
  };
  await commitAndTell(engine, project, {
    entries: [
      entryOf(engine, {
        verb: 'promotion.changed',
        actor: ACTOR,
        subject: `promotion:${name}`,
        data,
      }),
    ],
    expect: [expectPromotion(promotion), expectStage(stage, stageRow)],
  });
  return false;
}
