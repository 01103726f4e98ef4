import { comparePromotions, nextPromotion } from '../decide/comparePromotions';
import { promotionName } from '../decide/promotionName';
import { Suite, suite } from './answer';

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

/** The two operations that are functions of their input alone; the loops answer the others. */
export const queue: Suite = question => {
  const { op, ...input } = question.input;
  if (op === 'order') return suite(order)({ ...question, input });
  if (op === 'name') return suite(name)({ ...question, input });
  return {
    id: question.id,
    error: `The operation "${op}" is not answered here.`,
  };
};
