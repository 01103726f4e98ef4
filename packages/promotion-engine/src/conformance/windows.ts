import { evaluateWindows } from '../decide/windows';
import { PromotionWindow } from '../model/promotionWindow';
import { suite } from './answer';

interface Input {
  windows?: PromotionWindow[];
  now: string;
}

export const windows = suite<Input>(({ windows: given, now }) => {
  const { open, changesAt } = evaluateWindows(given ?? [], Date.parse(now));
  return {
    open,
    changesAt:
      changesAt === undefined
        ? null
        : new Date(changesAt).toISOString().replace('.000Z', 'Z'),
  };
});
