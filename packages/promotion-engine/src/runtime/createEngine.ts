import { Sources } from '../registry/source';
import { EngineContext } from './context';
import { DefaultEngine } from './DefaultEngine';
import { BranchHeads } from './drift';
import { Engine } from './engine';
import { PromotionRunner } from './PromotionRunner';
import { StageLoop } from './StageLoop';
import { VerificationLoop } from './VerificationLoop';
import { WarehouseLoop } from './WarehouseLoop';

/** Puts the loops together. `sources` find what subscriptions watch. */
export function createEngine(host: EngineContext, sources: Sources): Engine {
  const heads = new BranchHeads(host);
  const context = { ...host, git: heads.noticed() };
  const runner = new PromotionRunner(context);
  const warehouse = new WarehouseLoop(context, sources);
  const handlers = {
    warehouse,
    refresh: {
      work: (project: string, name: string) => warehouse.refresh(project, name),
    },
    stage: new StageLoop(context),
    promotion: runner,
    verification: new VerificationLoop(context),
  };
  return new DefaultEngine(context, { handlers, runner, heads });
}
