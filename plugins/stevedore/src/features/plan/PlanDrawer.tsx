import { Pipeline, PlanAnswer } from '@stevedore/plugin-stevedore-common';
import { ReactNode } from 'react';
import { InputsAsked } from '../../lib/plan/planInputs';
import { freightVersion } from '../../lib/words/names';
import { AfterIt } from './AfterIt';
import { PlanPanel } from './PlanPanel';
import { RequestForm } from './RequestForm';

export interface PlanningProps {
  pipeline: Pipeline;
  stage: string;
  /** Name of the freight. */
  freight: string;
  /** What the stage asks for along with it. */
  asked: InputsAsked;
  onClose: () => void;
  /** Opens the promotion that was asked for. */
  onPromotion: (promotion: string) => void;
}

export interface PlanDrawerProps extends PlanningProps {
  /** Asks the gates about another time or freight. */
  whatIf?: ReactNode;
  /** Opens the plan of another stage for the same freight. */
  onPlan: (stage: string) => void;
}

/** What promoting would do, before anybody asks for it. */
export function PlanDrawer(props: PlanDrawerProps) {
  const { pipeline, stage, freight, asked, onClose, onPromotion } = props;
  const { project } = pipeline;
  return (
    <PlanPanel
      project={project}
      ask={{ stage, freight }}
      asked={asked}
      title={answer => titleOf(stage, answer)}
      onClose={onClose}
      form={shown => (
        <RequestForm
          key={shown.answer.plan.promotion}
          project={project}
          shown={shown}
          onPromotion={onPromotion}
        />
      )}
    >
      {props.whatIf}
      <AfterIt
        pipeline={pipeline}
        stage={stage}
        freight={freight}
        onPlan={props.onPlan}
      />
    </PlanPanel>
  );
}

function titleOf(stage: string, answer?: PlanAnswer): string {
  return answer
    ? `Plan: ${freightVersion(answer.change.freight)} to ${stage}`
    : `Plan for ${stage}`;
}
