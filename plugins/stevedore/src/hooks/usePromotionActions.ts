import {
  DecisionAsk,
  Promotion,
  ReasonAsk,
} from '@stevedore/plugin-stevedore-common';
import { Action, useAction } from './useAction';

export interface Decisions {
  approve: Action<DecisionAsk, Promotion>;
  reject: Action<DecisionAsk, Promotion>;
  withdraw: Action<ReasonAsk, Promotion>;
}

/** What people decide about a promotion that waits for them. */
export function useDecisions(project: string, name: string): Decisions {
  const approve = useAction(project, (api, input: DecisionAsk) =>
    api.approvePromotion({ project, name, ...input }),
  );
  const reject = useAction(project, (api, input: DecisionAsk) =>
    api.rejectPromotion({ project, name, ...input }),
  );
  const withdraw = useAction(project, (api, input: ReasonAsk) =>
    api.withdrawDecision({ project, name, ...input }),
  );
  return { approve, reject, withdraw };
}

export interface Steering {
  abort: Action<ReasonAsk, Promotion>;
  /** A promotion that has ended is requested anew: what comes back is another one. */
  retry: Action<ReasonAsk, Promotion>;
}

/** What people do with a promotion that is on its way or has ended. */
export function useSteering(project: string, name: string): Steering {
  const abort = useAction(project, (api, input: ReasonAsk) =>
    api.abortPromotion({ project, name, ...input }),
  );
  const retry = useAction(project, (api, input: ReasonAsk) =>
    api.retryPromotion({ project, name, ...input }),
  );
  return { abort, retry };
}
