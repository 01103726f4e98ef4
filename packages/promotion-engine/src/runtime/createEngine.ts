import { SourceKind } from '../registry/source';
import { EngineContext } from './context';
import { DefaultEngine } from './DefaultEngine';
import { Engine } from './engine';
import { PromotionRunner } from './PromotionRunner';
import { StageLoop } from './StageLoop';
import { VerificationLoop } from './VerificationLoop';
import { WarehouseLoop } from './WarehouseLoop';

/** Puts the loops together. `source` finds what image subscriptions watch. */
export function createEngine(
  context: EngineContext,
  source: SourceKind,
): Engine {
  const runner = new PromotionRunner(context);
  const handlers = {
    warehouse: new WarehouseLoop(context, source),
    stage: new StageLoop(context),
    promotion: runner,
    verification: new VerificationLoop(context),
  };
  return new DefaultEngine(context, { handlers, runner });
}
