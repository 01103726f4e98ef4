import Typography from '@material-ui/core/Typography';
import { PlanAnswer } from '@stevedore/plugin-stevedore-common';
import { ErrorNotice, Loading } from '../../components/notice';
import { SidePanel } from '../../components/panel';
import { PlanView } from '../../components/plan';
import { usePlan } from '../../hooks/usePlan';
import { useUrlState } from '../../hooks/useUrlState';
import { InputsAsked } from '../../lib/plan/planInputs';
import { freightVersion } from '../../lib/words/names';
import { InputsForm } from './InputsForm';
import { RequestForm } from './RequestForm';
import { usePlanInputs } from './usePlanInputs';

export interface PlanDrawerProps {
  project: string;
  stage: string;
  /** Name of the freight. */
  freight: string;
  /** What the stage asks for along with it. */
  asked: InputsAsked;
  onClose: () => void;
  /** Opens the promotion that was asked for. */
  onPromotion: (promotion: string) => void;
}

/** What promoting would do, before anybody asks for it. */
export function PlanDrawer({
  project,
  stage,
  freight,
  asked,
  onClose,
  onPromotion,
}: PlanDrawerProps) {
  const inputs = usePlanInputs(asked);
  const ask = { stage, freight, inputs: inputs.given };
  const { data, loading, failure, again } = usePlan(project, ask, {
    enabled: !inputs.missing,
  });
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
            ask={{ ...ask, plan: data.plan.promotion }}
            changed={inputs.changed}
            answer={data}
            onAgain={again}
            onPromotion={onPromotion}
          />
        )
      }
    >
      {asked.length > 0 && (
        <InputsForm
          stage={stage}
          asked={asked}
          values={inputs.values}
          onChange={inputs.change}
          onPlan={inputs.changed || inputs.missing ? inputs.take : again}
        />
      )}
      {inputs.missing && (
        <Typography variant="body2">
          The plan is made with what you give here.
        </Typography>
      )}
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
