import { originKey } from '../model/artifacts';
import { Stage } from '../model/definition';
import { FreightRow } from '../model/rows';
import { requestAsked } from './askPromotion';
import { EngineContext } from './context';
import { RequestError, TargetAnswer, TargetsAsk } from './engine';
import { resolveFreight } from './resolveFreight';
import { stagesFor } from './stagesFor';

/**
 * Asks for freight in every target of a stage that does not hold it (Kargo: PromotionRequest). One target that
 * refuses keeps back none of the others.
 * @throws RequestError when the stage has no such targets, or none of them takes it now
 */
export async function askTargets(
  engine: EngineContext,
  input: TargetsAsk,
): Promise<TargetAnswer[]> {
  const { project, stage, freight } = await resolveFreight(engine, input);
  const stages = chosen(stagesFor(project, stage), input);
  const answers: TargetAnswer[] = [];
  for (const each of stages) {
    const at = { target: each.target!.name, stage: each.name };
    const needless = await whyNeedless(engine, each, freight);
    answers.push({
      ...at,
      ...(needless ? { why: needless } : await ask(engine, each, input)),
    });
  }
  if (answers.some(({ promotion }) => promotion)) return answers;
  const [first] = answers;
  throw new RequestError('conflict', `${first.target}: ${first.why}`);
}

function chosen(stages: Stage[], { stage, targets }: TargetsAsk): Stage[] {
  const known = stages.flatMap(({ target }) => target?.name ?? []);
  if (known.length === 0)
    throw new RequestError(
      'invalid',
      `${stage} has no targets; ask for a promotion into it`,
    );
  const unknown = targets?.find(name => !known.includes(name));
  if (unknown !== undefined)
    throw new RequestError(
      'notFound',
      `${stage} has no target ${unknown}; its targets are ${known.join(', ')}`,
    );
  return targets
    ? stages.filter(({ target }) => targets.includes(target!.name))
    : stages;
}

async function whyNeedless(
  { store }: EngineContext,
  { name }: Stage,
  freight: FreightRow,
): Promise<string | undefined> {
  const row = await store.stage(freight.project, name);
  const held = row?.history[0]?.items[originKey(freight.origin)];
  if (held?.name === freight.name) return 'it is there';
  const open = await store.openPromotions(freight.project, name);
  return open.some(each => each.freight.name === freight.name)
    ? 'it is on its way'
    : undefined;
}

async function ask(
  engine: EngineContext,
  { name }: Stage,
  { project, freight, actor, reason, inputs }: TargetsAsk,
): Promise<Pick<TargetAnswer, 'promotion' | 'why'>> {
  try {
    const asked = { project, stage: name, freight, actor, reason, inputs };
    return { promotion: await requestAsked(engine, asked) };
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    return { why: error.message };
  }
}
