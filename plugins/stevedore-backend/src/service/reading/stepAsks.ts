import { PromotionStepAsk } from '@stevedore/plugin-stevedore-common';
import {
  Actor,
  askedByEmail,
  PromotionRow,
  StepRow,
  whyNotAnswer,
} from '@stevedore/promotion-engine';
import { toStepAsk } from '../../mappers/people';
import { ServiceDeps } from '../ServiceDeps';

type Deps = Pick<ServiceDeps, 'policies' | 'store'>;

/** What a step asks, and whether this person can answer; undefined when it asks nothing. */
export async function stepAskFor(
  { policies }: Pick<ServiceDeps, 'policies'>,
  row: StepRow | undefined,
  actor: Actor,
): Promise<PromotionStepAsk | undefined> {
  if (!row?.ask || row.status !== 'Running') return undefined;
  const { ask, answers = [], message = '' } = row;
  const usersByEmail = await askedByEmail({ policies }, ask);
  const whyNot = whyNotAnswer({ ask, answers, usersByEmail }, actor);
  return toStepAsk(ask, message, whyNot);
}

/** Why a step does not take this person's answer; that it asks nothing is said by whoever takes the answer. */
export async function whyNotAnswerNow(
  deps: Deps,
  { project, name }: PromotionRow,
  { step, actor }: { step: number; actor: Actor },
): Promise<string | undefined> {
  const rows = await deps.store.steps(project, name);
  const row = rows.find(({ index }) => index === step);
  return (await stepAskFor(deps, row, actor))?.whyNot;
}
