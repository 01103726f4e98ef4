import { Engine } from '@stevedore/promotion-engine';
import { ArgoCds } from './argocd/ArgoCds';
import { Clusters } from './watch/Clusters';

/** What the steps of this module work with. */
export interface ModuleDeps {
  clusters: Clusters;
  argocds: ArgoCds;
  /** Says that a promotion or a stage is to be looked at. */
  look: Engine['look'];
}

/** The interest of a promotion in what its step waits for. */
export const promotionInterest = (
  { look }: Pick<ModuleDeps, 'look'>,
  promotion: { project: string; name: string },
) => ({
  id: `promotion:${promotion.project}/${promotion.name}`,
  wake: () => {
    const { project, name } = promotion;
    look({ kind: 'promotion', project, name }).catch(() => undefined);
  },
});

/** The interest of a stage in what its health rests on. */
export const stageInterest = (
  { look }: Pick<ModuleDeps, 'look'>,
  at: { project: string; stage: string; alias: string },
) => ({
  id: `stage:${at.project}/${at.stage}/${at.alias}`,
  wake: () => {
    look({ kind: 'stage', project: at.project, name: at.stage }).catch(
      () => undefined,
    );
  },
});
