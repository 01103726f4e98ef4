import { Pipeline } from '@stevedore/plugin-stevedore-common';
import { UrlStateHandle } from '../../hooks/useUrlState';
import { Drawer } from '../../lib/url/urlState';
import { ApprovalPanel } from '../approval';
import { PlanDrawer } from '../plan';
import { PromotionDrawer } from '../promotion';

export interface PromotingDrawerProps {
  pipeline: Pipeline;
  drawer: Extract<Drawer, { kind: 'plan' | 'promotion' }>;
  url: UrlStateHandle;
}

/** A plan, and what becomes of it. */
export function PromotingDrawer(props: PromotingDrawerProps) {
  const { pipeline, drawer, url } = props;
  const { update, open, close } = url;
  const { project } = pipeline;
  const openPromotion = (promotion: string) =>
    open({ kind: 'promotion', promotion });
  if (drawer.kind === 'plan')
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
}

function inputsOf({ stages }: Pipeline, stage: string) {
  return stages.find(({ name }) => name === stage)?.inputs ?? [];
}
