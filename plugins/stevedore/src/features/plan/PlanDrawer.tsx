import { PlanAnswer } from '@stevedore/plugin-stevedore-common';
import { InputsAsked } from '../../lib/plan/planInputs';
import { freightVersion } from '../../lib/words/names';
import { PlanPanel } from './PlanPanel';
import { RequestForm } from './RequestForm';

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
export function PlanDrawer(props: PlanDrawerProps) {
  const { project, stage, freight, asked, onClose, onPromotion } = props;
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
    />
  );
}

function titleOf(stage: string, answer?: PlanAnswer): string {
  return answer
    ? `Plan: ${freightVersion(answer.change.freight)} to ${stage}`
    : `Plan for ${stage}`;
}
