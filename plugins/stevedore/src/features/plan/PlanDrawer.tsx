import { PlanAnswer } from '@stevedore/plugin-stevedore-common';
import { ErrorNotice, Loading } from '../../components/notice';
import { SidePanel } from '../../components/panel';
import { PlanView } from '../../components/plan';
import { usePlan } from '../../hooks/usePlan';
import { useUrlState } from '../../hooks/useUrlState';
import { freightVersion } from '../../lib/words/names';
import { RequestForm } from './RequestForm';

export interface PlanDrawerProps {
  project: string;
  stage: string;
  /** Name of the freight. */
  freight: string;
  onClose: () => void;
  /** Opens the promotion that was asked for. */
  onPromotion: (promotion: string) => void;
}

/** What promoting would do, before anybody asks for it. */
export function PlanDrawer({
  project,
  stage,
  freight,
  onClose,
  onPromotion,
}: PlanDrawerProps) {
  const { data, loading, failure, again } = usePlan(project, stage, freight);
  const { state, update } = useUrlState();
  return (
    <SidePanel
      title={titleOf(stage, data)}
      onClose={onClose}
      footer={
        data && (
          <RequestForm
            key={data.plan.promotion}
            project={project}
            ask={{ stage, freight, plan: data.plan.promotion }}
            answer={data}
            onAgain={again}
            onPromotion={onPromotion}
          />
        )
      }
    >
      {loading && (
        <Loading what="Planning: every step is tried, nothing is written" />
      )}
      {failure && (
        <ErrorNotice
          what={
            failure.kind === 'forbidden'
              ? 'You may not see this plan'
              : 'The plan cannot be made'
          }
          failure={failure}
          retry={again}
        />
      )}
      {data && (
        <PlanView
          plan={data.plan}
          change={data.change}
          gates={data.gates}
          view={state.diff ?? 'unified'}
          onView={diff => update({ diff }, { replace: true })}
        />
      )}
    </SidePanel>
  );
}

function titleOf(stage: string, answer?: PlanAnswer): string {
  return answer
    ? `Plan: ${freightVersion(answer.change.freight)} to ${stage}`
    : `Plan for ${stage}`;
}
