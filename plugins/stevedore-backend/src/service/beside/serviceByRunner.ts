import { stringifyEntityRef } from '@backstage/catalog-model';
import { ProjectRow } from '@stevedore/promotion-engine';
import { Authorizer } from '../Authorizer';
import { AuthorizedStevedoreService } from '../AuthorizedStevedoreService';
import { findPipeline } from '../reading/findPipeline';
import { ServiceDeps } from '../ServiceDeps';
import { Caller, StevedoreService } from '../StevedoreService';
import { BesideStevedoreService } from './BesideStevedoreService';
import { Runners } from './Runners';

export interface ByRunnerDeps {
  /** For what the engine runs. */
  here: StevedoreService;
  runners: Runners;
  authorizer: Authorizer;
  reading: ServiceDeps;
}

/** Everything that is about one project; exactly those. */
type OfProject = Exclude<keyof StevedoreService, 'getPipeline' | 'getWaiting'>;

const OF_PROJECT: Record<OfProject, true> = {
  listFreight: true,
  listPromotions: true,
  getPromotion: true,
  getPromotionLogs: true,
  planPromotion: true,
  requestPromotion: true,
  requestTargets: true,
  approvePromotion: true,
  rejectPromotion: true,
  withdrawDecision: true,
  abortPromotion: true,
  retryPromotion: true,
  createFreight: true,
  changeAlias: true,
  waiveFreight: true,
  quarantineFreight: true,
  liftQuarantine: true,
  getWarehouse: true,
  refreshWarehouse: true,
  holdStage: true,
  resumeStage: true,
  verifyStage: true,
  stopVerification: true,
  getVerification: true,
  getRollback: true,
  getCommits: true,
  getDrift: true,
  rollbackStage: true,
  getHistory: true,
  getLedger: true,
  verifyLedger: true,
};

/** The service of each project by who runs it: both authorise in the same way, and neither knows of the other. */
export function serviceByRunner(deps: ByRunnerDeps): StevedoreService {
  const { here, reading, runners } = deps;
  const of = async (row: ProjectRow | undefined): Promise<StevedoreService> => {
    const beside = await runners.reading(reading, row);
    if (!beside) return here;
    return new AuthorizedStevedoreService({
      inner: new BesideStevedoreService(beside.reading, beside.by),
      authorizer: deps.authorizer,
      reading: beside.reading,
    });
  };
  const forward =
    (method: OfProject) =>
    async (input: { project: string }, caller: Caller) => {
      const service = await of(await reading.store.project(input.project));
      // the same method of the same interface takes the same input
      const run = service[method] as (...args: unknown[]) => unknown;
      return run.call(service, input, caller);
    };
  return {
    ...(Object.fromEntries(
      (Object.keys(OF_PROJECT) as OfProject[]).map(method => [
        method,
        forward(method),
      ]),
    ) as unknown as Pick<StevedoreService, OfProject>),
    getWaiting: (...args) => here.getWaiting(...args),
    async getPipeline(input, caller) {
      const entityRef = stringifyEntityRef(input);
      const { claim, project } = await findPipeline(reading.store, entityRef);
      const row = claim ? undefined : await reading.store.project(project);
      return (await of(row)).getPipeline(input, caller);
    },
  };
}
