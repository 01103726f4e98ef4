import Button from '@material-ui/core/Button';
import { PromotionDetail } from '@stevedore/plugin-stevedore-common';
import { ReactNode, useState } from 'react';
import { DecisionList } from '../../components/approval';
import { PlanView, Section } from '../../components/plan';
import { useCommitsOf } from '../../hooks/useCommits';
import { useUrlState } from '../../hooks/useUrlState';
import { StepAsks } from './ask/StepAsks';
import { PromotionHeader } from './PromotionHeader';
import { Review } from './Review';
import { StepList } from './step/StepList';

export interface PromotionBodyProps {
  detail: PromotionDetail;
  /** Alias of the step that is open. */
  step?: string;
  onStep: (step?: string) => void;
  /** Shown while it waits for people. */
  approval: (detail: PromotionDetail) => ReactNode;
}

/** What stands below the title: the approval while it waits for people, the steps otherwise. */
export function PromotionBody({
  detail,
  step,
  onStep,
  approval,
}: PromotionBodyProps) {
  const { promotion, approvals } = detail;
  const waits = promotion.phase === 'Requested';
  return (
    <>
      <PromotionHeader promotion={promotion} />
      {detail.review && <Review promotion={promotion} review={detail.review} />}
      <StepAsks detail={detail} />
      {waits && approval(detail)}
      {!waits && (
        <>
          {approvals.length > 0 && (
            <Section title="Decisions">
              <DecisionList approvals={approvals} />
            </Section>
          )}
          <StepList detail={detail} open={step} onOpen={onStep} />
          <PlanAgain detail={detail} />
        </>
      )}
    </>
  );
}

/** The plan that was promoted, for those who want to read it again. */
function PlanAgain({ detail }: { detail: PromotionDetail }) {
  const [shown, setShown] = useState(false);
  const { state, update } = useUrlState();
  const { plan, change, promotion } = detail;
  const commits = useCommitsOf(promotion.project, shown ? change : undefined);
  if (!plan) return null;
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        aria-expanded={shown}
        onClick={() => setShown(!shown)}
      >
        {shown ? 'Hide the plan' : 'Show the plan'}
      </Button>
      {shown && (
        <PlanView
          plan={plan}
          change={change}
          commits={commits}
          view={state.diff ?? 'unified'}
          onView={diff => update({ diff }, { replace: true })}
        />
      )}
    </>
  );
}
