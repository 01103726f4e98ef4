import { FreightCollection, FreightReference } from '../model/freight';
import { ExpressionVariable } from '../model/definition';
import { StepStatus } from '../model/promotion';

/** What expressions of one run may look at. */
export interface RunFacts {
  uiBaseUrl?: string;
  project: string;
  stage: string;
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
