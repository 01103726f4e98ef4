import { useState } from 'react';
import {
  firstInputs,
  InputsAsked,
  InputsGiven,
  needsWriting,
  sameInputs,
} from '../../lib/plan/planInputs';

export interface PlanInputs {
  /** What stands in the form. */
  values: InputsGiven;
  change: (values: InputsGiven) => void;
  /** What the plan is made with; absent while nothing was given yet, or nothing is asked for. */
  given?: InputsGiven;
  /** There is nothing to plan with yet. */
  missing: boolean;
  /** The form says something else than the plan that is shown. */
  changed: boolean;
  /** Takes what stands in the form for the plan. */
  take: () => void;
}

/** What a person gives along with a promotion: written first, planned with when they say so. */
export function usePlanInputs(asked: InputsAsked): PlanInputs {
  const [values, change] = useState(() => firstInputs(asked));
  const [given, setGiven] = useState(
    asked.length > 0 && !needsWriting(asked) ? values : undefined,
  );
  return {
    values,
    change,
    given,
    missing: asked.length > 0 && !given,
    changed: given !== undefined && !sameInputs(values, given),
    take: () => setGiven(values),
  };
}
