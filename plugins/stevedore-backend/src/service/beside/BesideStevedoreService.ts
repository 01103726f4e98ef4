import { ConflictError } from '@backstage/errors';
import {
  InProject,
  PipelineRequest,
  PlanAsk,
} from '@stevedore/plugin-stevedore-common';
import { DefaultStevedoreService } from '../DefaultStevedoreService';
import { ServiceDeps } from '../ServiceDeps';
import { Caller } from '../StevedoreService';
import { INSTEAD, notHere } from './notHere';
import { shownPipeline } from './shownPipeline';

/** Who runs the pipeline, and where. */
export interface RunBy {
  /** As people call it. */
  name: string;
  target: string;
  /** Why nothing of it can be seen. */
  unseen?: string;
}

/** The same reads and acts about a pipeline that something else runs; authorises nobody. */
export class BesideStevedoreService extends DefaultStevedoreService {
  readonly #by: RunBy;

  constructor(deps: ServiceDeps, by: RunBy) {
    super(deps);
    this.#by = by;
  }

  override async getPipeline(input: PipelineRequest, caller: Caller) {
    const pipeline = await super.getPipeline(input, caller);
    return shownPipeline(pipeline, this.#by);
  }

  override async planPromotion(input: InProject & PlanAsk, caller: Caller) {
    const answer = await super.planPromotion(input, caller);
    const unplanned = notHere(this.#by.name, INSTEAD.plan);
    return { ...answer, plan: { ...answer.plan, unplanned } };
  }

  override async getRollback(): Promise<never> {
    throw new ConflictError(notHere(this.#by.name, INSTEAD.rollback));
  }
}
