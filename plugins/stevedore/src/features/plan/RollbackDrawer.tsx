import { PlanAnswer } from '@stevedore/plugin-stevedore-common';
import { freightVersion } from '../../lib/words/names';
import { PlanningProps } from './PlanDrawer';
import { PlanPanel } from './PlanPanel';
import { RollbackForm } from './RollbackForm';

export interface RollbackDrawerProps extends PlanningProps {
  /** Freight comes into the stage by itself, unless it is on hold. */
  autoPromotion: boolean;
}

/** What going back would do, before anybody goes back. */
export function RollbackDrawer(props: RollbackDrawerProps) {
  const { pipeline, stage, freight, asked, onClose, onPromotion } = props;
  const { project } = pipeline;
  return (
    <PlanPanel
      project={project}
      ask={{ stage, freight, rollback: true }}
      asked={asked}
      title={answer => titleOf(stage, answer)}
      onClose={onClose}
      form={shown => (
        <RollbackForm
          key={shown.answer.plan.promotion}
          project={project}
          shown={shown}
          autoPromotion={props.autoPromotion}
          onPromotion={onPromotion}
        />
      )}
    />
  );
}

function titleOf(stage: string, answer?: PlanAnswer): string {
  return answer
    ? `Rollback of ${stage} to ${freightVersion(answer.change.freight)}`
    : `Rollback of ${stage}`;
}
