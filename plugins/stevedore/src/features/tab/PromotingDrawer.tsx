import { Pipeline, Promotion } from '@stevedore/plugin-stevedore-common';
import { UrlStateHandle } from '../../hooks/useUrlState';
import { Drawer } from '../../lib/url/urlState';
import { freightVersion } from '../../lib/words/names';
import { asSentence } from '../../lib/words/plainRefs';
import { ApprovalPanel } from '../approval';
import { PlanDrawer, RollbackDrawer } from '../plan';
import { PromotionDrawer } from '../promotion';
import { PageWhatIf } from './PageWhatIf';

export interface PromotingDrawerProps {
  pipeline: Pipeline;
  drawer: Extract<Drawer, { kind: 'plan' | 'rollback' | 'promotion' }>;
  url: UrlStateHandle;
}

/** A plan, and what becomes of it. */
export function PromotingDrawer(props: PromotingDrawerProps) {
  const { pipeline, drawer, url } = props;
  const { update, open, close } = url;
  const { project } = pipeline;
  const openPromotion = (promotion: string) =>
    open({ kind: 'promotion', promotion });
  if (drawer.kind !== 'promotion') {
    const { kind, stage, freight } = drawer;
    const found = pipeline.stages.find(({ name }) => name === stage);
    const planning = {
      pipeline,
      stage,
      freight,
      asked: found?.inputs ?? [],
      onClose: close,
      onPromotion: openPromotion,
    };
    const key = `${kind} ${stage} ${freight}`;
    if (drawer.kind === 'plan')
      return (
        <PlanDrawer
          key={key}
          {...planning}
          whatIf={<PageWhatIf pipeline={pipeline} drawer={drawer} url={url} />}
          onPlan={next => open({ kind: 'plan', stage: next, freight })}
        />
      );
    return (
      <RollbackDrawer
        key={key}
        {...planning}
        autoPromotion={found?.autoPromotion ?? false}
      />
    );
  }
  return (
    <PromotionDrawer
      key={drawer.promotion}
      project={project}
      freight={pipeline.freight}
      promotion={drawer.promotion}
      step={drawer.step}
      onStep={step =>
        update({ drawer: { ...drawer, step } }, { replace: true })
      }
      onClose={close}
      onPromotion={openPromotion}
      wayBack={promotion => wayBack(pipeline, promotion, open)}
      approval={detail => <ApprovalPanel detail={detail} />}
    />
  );
}

/** While what the promotion brought is in its stage, and something was there before. */
function wayBack(
  { stages }: Pipeline,
  { stage: name, freight, phase }: Promotion,
  open: UrlStateHandle['open'],
) {
  const stage = stages.find(each => each.name === name);
  const option = stage?.rollbacks?.find(
    ({ out }) => out?.name === freight.name,
  );
  const to = option?.to;
  if (phase !== 'Succeeded' || !to) return undefined;
  const why = option.whyNot && asSentence(option.whyNot);
  return {
    version: freightVersion(to),
    whyNot: stage?.whyNot?.rollback ?? why,
    onPlan: () => open({ kind: 'rollback', stage: name, freight: to.name }),
  };
}
