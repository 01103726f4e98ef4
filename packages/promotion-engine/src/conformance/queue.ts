import { comparePromotions, nextPromotion } from '../decide/comparePromotions';
import { promotionName } from '../decide/promotionName';
import { Suite, suite } from './answer';
import { autoPromotionTarget, sync } from './queueStage';

interface OrderInput {
  promotions?: { metadata: { name: string }; status?: { phase?: string } }[];
}

function order({ promotions }: OrderInput) {
  const queued = (promotions ?? []).map(one => ({
    name: one.metadata.name,
    phase: one.status?.phase ?? '',
  }));
  return {
    order: [...queued].sort(comparePromotions).map(one => one.name),
    next: nextPromotion(queued)?.name ?? null,
  };
}

interface NameInput {
  stage: string;
  target?: string;
  freight: string;
}

const ULID = '01k00000000000000000000000';

function name({ stage, target, freight }: NameInput) {
  const text = promotionName({ stage, target, freight, ulid: ULID });
  return { name: text.replace(ULID, '<ulid>'), length: text.length };
}

const OPERATIONS: Record<string, Suite> = {
  order: suite(order),
  name: suite(name),
  'auto-promotion-target': suite(autoPromotionTarget),
  sync: suite(sync),
};

/** The queue of a stage; `input.op` says what is asked about it. */
export const queue: Suite = question => {
  const { op, ...input } = question.input;
  if (Object.hasOwn(OPERATIONS, op))
    return OPERATIONS[op]({ ...question, input });
  return { id: question.id, error: `There is no operation "${op}".` };
};
