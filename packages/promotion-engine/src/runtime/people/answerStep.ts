import {
  actionsOf,
  addressesOf,
  matchesOf,
  valuesFault,
  whyNotAnswer,
} from '../../decide/stepAnswers';
import { PromotionRow, StepRow } from '../../model/rows';
import { StepAsk } from '../../model/stepAsk';
import { commitAct, entryOf, expectPromotion } from '../commit';
import { EngineContext } from '../context';
import { NewAnswer, RequestError } from '../engine';
import { masked } from '../masking';
import { promotionOf } from './judge';

/** Answers what a running step asks (Kargo: wait-for-approval, get-user-input). @throws RequestError */
export async function answerStep(
  engine: EngineContext,
  input: NewAnswer,
): Promise<PromotionRow> {
  const { project, actor, action } = input;
  const promotion = await promotionOf(engine, input);
  const { ask, row } = await askOf(engine, promotion, input.step);
  const usersByEmail = await askedByEmail(engine, ask);
  const facts = { ask, answers: row.answers ?? [], usersByEmail };
  const why = whyNotAnswer(facts, actor);
  if (why) throw new RequestError('refused', why);
  requireFitting(ask, input);
  const { name } = promotion;
  const data = {
    promotion: name,
    index: row.index,
    action,
    matches: matchesOf(ask, actor, usersByEmail),
    ...(ask.kind === 'input' && {
      values: masked(engine.masker, input.values ?? {}),
    }),
  };
  await commitAct(engine, project, {
    entries: [
      entryOf(engine, {
        verb: 'step.answered',
        actor: actor.ref,
        subject: `promotion:${name}`,
        reason: input.reason?.trim() && engine.masker.mask(input.reason.trim()),
        data,
      }),
    ],
    expect: [expectPromotion(promotion)],
  });
  await engine.queue.enqueue({ kind: 'promotion', project, name });
  return (await engine.store.promotion(project, name))!;
}

/** Users whom a step names by their address. */
export async function askedByEmail(
  engine: { policies: Pick<EngineContext['policies'], 'usersByEmail'> },
  ask: StepAsk,
): Promise<Record<string, string>> {
  const addresses = addressesOf(ask);
  return addresses.length === 0 ? {} : engine.policies.usersByEmail(addresses);
}

async function askOf(
  engine: EngineContext,
  { project, name, phase }: PromotionRow,
  index: number,
): Promise<{ ask: StepAsk; row: StepRow }> {
  const rows = await engine.store.steps(project, name);
  const row = rows.find(each => each.index === index);
  if (!row) throw new RequestError('notFound', `${name} has no step ${index}`);
  if (phase !== 'Running' || row.status !== 'Running' || !row.ask)
    throw new RequestError(
      'conflict',
      `the step ${row.alias} does not ask anything now`,
    );
  return { ask: row.ask, row };
}

function requireFitting(ask: StepAsk, { action, values = {} }: NewAnswer) {
  const actions = actionsOf(ask);
  if (!actions.includes(action))
    throw new RequestError(
      'invalid',
      `this step takes ${actions.join(' or ')}, not ${action}`,
    );
  const fault = ask.schema && valuesFault(ask.schema, values);
  if (fault) throw new RequestError('invalid', fault);
}
