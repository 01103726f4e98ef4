import { FreightCollection, FreightReference } from '../model/freight';
import { ExpressionVariable, StageTarget } from '../model/definition';
import { StepStatus } from '../model/promotion';

/** What expressions of one run may look at. */
export interface RunFacts {
  uiBaseUrl?: string;
  project: string;
  /** Name of the Stage as it is written. */
  stage: string;
  target?: StageTarget;
  promotion: string;
  actor: string;
  rollback?: boolean;
  freight: FreightReference & { alias?: string };
  collection: FreightCollection;
  vars: ExpressionVariable[];
  outputs: Record<string, unknown>;
  steps: { alias: string; status: StepStatus; continueOnError: boolean }[];
}

/** Kargo's `ctx` (kargo.md, section 7). */
export function ctxOf(
  facts: RunFacts,
  alias?: string,
): Record<string, unknown> {
  return {
    uiBaseUrl: facts.uiBaseUrl ?? '',
    project: facts.project,
    stage: facts.stage,
    promotion: facts.promotion,
    targetFreight: {
      name: facts.freight.name,
      alias: facts.freight.alias ?? '',
      origin: { name: facts.freight.origin.name },
    },
    meta: {
      promotion: { actor: facts.actor, rollback: facts.rollback ?? false },
      step: { alias: alias ?? '' },
    },
  };
}

/** Kargo's `target`, which only promotions to a target have (kargo.md 1.12). */
export function targetOf(
  target: StageTarget | undefined,
): Record<string, unknown> {
  return target
    ? { target: { params: target.params, labels: target.labels } }
    : {};
}
