import Typography from '@material-ui/core/Typography';
import { PlanAnswer, PlanAsk } from '@stevedore/plugin-stevedore-common';
import { ReactNode } from 'react';
import { ErrorNotice, Loading } from '../../components/notice';
import { SidePanel } from '../../components/panel';
import { PlanView } from '../../components/plan';
import { useCommitsOf } from '../../hooks/useCommits';
import { usePlan } from '../../hooks/usePlan';
import { useUrlState } from '../../hooks/useUrlState';
import { InputsAsked } from '../../lib/plan/planInputs';
import { InputsForm } from './InputsForm';
import { usePlanInputs } from './usePlanInputs';

/** A plan that is shown, for the form that asks for it. */
export interface ShownPlan {
  answer: PlanAnswer;
  /** What it was made with. */
  ask: PlanAsk;
  /** Other values were given since. */
  changed: boolean;
  again: () => void;
}

export interface PlanPanelProps {
  project: string;
  /** What is planned. */
  ask: Omit<PlanAsk, 'inputs'>;
  /** What the stage asks for along with it. */
  asked: InputsAsked;
  title: (answer?: PlanAnswer) => string;
  onClose: () => void;
  /** Asks for just this plan. */
  form: (shown: ShownPlan) => ReactNode;
  /** Below the plan. */
  children?: ReactNode;
}

/** What something would do, before anybody asks for it. */
export function PlanPanel(props: PlanPanelProps) {
  const { project, ask: wanted, asked, title, onClose, form } = props;
  const inputs = usePlanInputs(asked);
  const { changed } = inputs;
  const ask = { ...wanted, inputs: inputs.given };
  const { data, loading, failure, again } = usePlan(project, ask, {
    enabled: !inputs.missing,
  });
  const commits = useCommitsOf(project, data?.change);
  const { state, update } = useUrlState();
  return (
    <SidePanel
      title={title(data)}
      onClose={onClose}
      footer={data && form({ answer: data, ask, changed, again })}
    >
      {asked.length > 0 && (
        <InputsForm
          stage={ask.stage}
          asked={asked}
          values={inputs.values}
          onChange={inputs.change}
          onPlan={changed || inputs.missing ? inputs.take : again}
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
          commits={commits}
          gates={data.gates}
          view={state.diff ?? 'unified'}
          onView={diff => update({ diff }, { replace: true })}
        />
      )}
      {data && props.children}
    </SidePanel>
  );
}
