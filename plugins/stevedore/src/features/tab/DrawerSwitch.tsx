import { Pipeline } from '@stevedore/plugin-stevedore-common';
import { useUrlState } from '../../hooks/useUrlState';
import { ApprovalPanel } from '../approval';
import { FreightDrawer } from '../freight';
import { HistoryDrawer } from '../history';
import { StageDrawer } from '../pipeline';
import { PlanDrawer } from '../plan';
import { PromotionDrawer } from '../promotion';

/** The drawer that the address names. Each gets what it needs from here, and knows no other. */
export function DrawerSwitch({ pipeline }: { pipeline: Pipeline }) {
  const { state, update, open, close } = useUrlState();
  const { drawer } = state;
  const { project } = pipeline;
  const openPromotion = (promotion: string) =>
    open({ kind: 'promotion', promotion });
  switch (drawer?.kind) {
    case 'stage':
      return (
        <StageDrawer
          pipeline={pipeline}
          stage={drawer.stage}
          onClose={close}
          onHistory={stage => open({ kind: 'history', stage })}
          onPromotion={openPromotion}
        />
      );
    case 'freight':
      return (
        <FreightDrawer
          pipeline={pipeline}
          freight={drawer.freight}
          onClose={close}
          onPlan={stage =>
            open({ kind: 'plan', stage, freight: drawer.freight })
          }
          onPromotion={openPromotion}
        />
      );
    case 'plan':
      return (
        <PlanDrawer
          key={`${drawer.stage} ${drawer.freight}`}
          project={project}
          stage={drawer.stage}
          freight={drawer.freight}
          asked={inputsOf(pipeline, drawer.stage)}
          onClose={close}
          onPromotion={openPromotion}
        />
      );
    case 'promotion':
      return (
        <PromotionDrawer
          key={drawer.promotion}
          project={project}
          promotion={drawer.promotion}
          step={drawer.step}
          onStep={step =>
            update({ drawer: { ...drawer, step } }, { replace: true })
          }
          onClose={close}
          onPromotion={openPromotion}
          approval={detail => <ApprovalPanel detail={detail} />}
        />
      );
    case 'history':
      return (
        <HistoryDrawer
          project={project}
          stage={drawer.stage}
          stages={pipeline.stages.map(each => each.name)}
          onStage={stage =>
            update({ drawer: { kind: 'history', stage } }, { replace: true })
          }
          onPromotion={openPromotion}
          onClose={close}
        />
      );
    default:
      return null;
  }
}

function inputsOf({ stages }: Pipeline, stage: string) {
  return stages.find(({ name }) => name === stage)?.inputs ?? [];
}
