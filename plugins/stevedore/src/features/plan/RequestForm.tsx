import { useRequestPromotion } from '../../hooks/useRequestPromotion';
import { AskForm } from './AskForm';
import { ShownPlan } from './PlanPanel';

export interface RequestFormProps {
  project: string;
  shown: ShownPlan;
  onPromotion: (promotion: string) => void;
}

/** Asks for the promotion that is planned. */
export function RequestForm({ project, shown, onPromotion }: RequestFormProps) {
  const { run, running, failure } = useRequestPromotion(project);
  const { ask, answer } = shown;
  return (
    <AskForm
      shown={shown}
      closed={`Promote to ${ask.stage}`}
      running={running}
      failure={failure}
      onAsk={async reason => {
        const plan = answer.plan.promotion;
        const promotion = await run({ ...ask, plan, reason });
        if (promotion) onPromotion(promotion.name);
      }}
    />
  );
}
