import { PromotionWindow } from '../../model/promotionWindow';
import { instancesOf } from './instances';

/** @throws Error that says what of the window cannot be read. */
export function checkWindow(window: PromotionWindow): void {
  instancesOf(window);
}
