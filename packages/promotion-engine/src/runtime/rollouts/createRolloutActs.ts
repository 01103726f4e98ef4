import { NamedRollout } from '../../model/rollout';
import { RolloutWhere, StageRollout } from '../../ports/rollouts';
import { commitAndTell, entryOf } from '../commit';
import { RequestError } from '../engine';
import { requireReason } from '../requireReason';
import { RolloutActs, RolloutAsk, RolloutContext } from './RolloutActs';

const NO_MODULE =
  'this backend has no module for clusters: add @stevedore/plugin-stevedore-backend-module-kubernetes to it';

export function createRolloutActs(engine: RolloutContext): RolloutActs {
  return {
    read: at => readRollouts(engine, at),
    act: ask => actOnRollout(engine, ask),
  };
}

async function readRollouts(
  engine: RolloutContext,
  { project, stage }: { project: string; stage: string },
): Promise<StageRollout[]> {
  const where = await whereOf(engine, { project, stage });
  const { rollouts, masker } = engine;
  if (!rollouts) return where.named.map(unseen);
  const changed = () =>
    engine.events.publish({ project, subjects: [`stage:${stage}`] });
  const all = await rollouts.read(where, changed);
  return all.map(each => ({
    ...each,
    message: each.message && masker.mask(each.message),
  }));
}

/**
 * What is asked stands in the ledger before the cluster is told, so that nothing happens there of which nobody knows
 * who asked; what the cluster then did not do is written behind it.
 */
async function actOnRollout(
  engine: RolloutContext,
  ask: RolloutAsk,
): Promise<void> {
  const { project, stage, rollout, act, seen, actor } = ask;
  const reason =
    act === 'promote-full'
      ? requireReason(ask.reason, 'promote it fully, past its checks,')
      : ask.reason;
  const where = await whereOf(engine, { project, stage });
  if (!engine.rollouts) throw new RequestError('conflict', NO_MODULE);
  const what = { ref: rollout, act, seen };
  const prepared = await engine.rollouts.prepare(where, what);
  if ('whyNot' in prepared)
    throw new RequestError('conflict', engine.masker.mask(prepared.whyNot));
  const tell = async (
    verb: 'rollout.asked' | 'rollout.failed',
    by: string,
    said: string | undefined,
  ) => {
    const data = { stage, rollout, act };
    const subject = `stage:${stage}`;
    const entry = entryOf(engine, {
      ...{ verb, actor: by, subject, data },
      reason: said,
    });
    await commitAndTell(engine, project, {
      entries: [entry],
      expect: [],
    });
  };
  await tell('rollout.asked', actor.ref, reason);
  try {
    await prepared.apply();
  } catch (error) {
    const sentence = engine.masker.mask((error as Error).message);
    await tell('rollout.failed', 'component:rollouts', sentence);
    throw new RequestError('conflict', sentence);
  }
}

async function whereOf(
  engine: RolloutContext,
  { project, stage: name }: { project: string; stage: string },
): Promise<RolloutWhere> {
  const definition = await engine.definitions.load(project);
  const stage = definition?.project.stages.find(each => each.name === name);
  if (!definition || !stage)
    throw new RequestError(
      'notFound',
      `there is no stage ${name} in ${project}`,
    );
  const { entityRef } = definition;
  const row = await engine.store.stage(project, name);
  const promotion = row?.currentPromotion ?? row?.lastPromotion?.name;
  return {
    named: stage.rollouts ?? [],
    steps: promotion ? await stepsOf(engine, project, promotion) : [],
    asker: {
      promotion: { project, stage: name },
      refusal: request =>
        engine.grants.refusal({ ...request, project, entityRef, stage: name }),
    },
  };
}

async function stepsOf(
  { store }: RolloutContext,
  project: string,
  name: string,
): Promise<RolloutWhere['steps']> {
  const [promotion, rows] = await Promise.all([
    store.promotion(project, name),
    store.steps(project, name),
  ]);
  return (promotion?.steps ?? []).map(({ uses, config }, index) => ({
    uses,
    config,
    intent: rows.find(row => row.index === index)?.intent,
  }));
}

const unseen = ({ cluster = '', ...ref }: NamedRollout): StageRollout => ({
  ref: { cluster, ...ref },
  phase: 'Unknown',
  message: NO_MODULE,
  whyNot: {},
});
