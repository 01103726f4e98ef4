import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  AliasAsk,
  DecisionAsk,
  CommitsAnswer,
  CommitsRequest,
  DriftReport,
  DriftRequest,
  FreightAsk,
  FreightListRequest,
  FreightSummary,
  HistoryPage,
  HistoryRequest,
  HoldAsk,
  InProject,
  InPromotion,
  LedgerPage,
  LedgerRequest,
  LogPage,
  LogRequest,
  PipelineRequest,
  PlanAnswer,
  PlanAsk,
  Promotion,
  PromotionAsk,
  PromotionListRequest,
  PromotionPage,
  QuarantineAsk,
  ReasonAsk,
  RollbackAsk,
  RollbackOptions,
  TargetAnswers,
  TargetsAsk,
  WaiverAsk,
  VerificationDetail,
  WarehouseDetail,
  WaitingRequest,
} from '@stevedore/plugin-stevedore-common';
import { PromotionPhase, PromotionRow } from '@stevedore/promotion-engine';
import { toFreightSummary } from '../mappers/freight';
import { toPlanAnswer } from '../mappers/plan';
import { toPromotion } from '../mappers/promotion';
import { changeOf } from './reading/changeOf';
import { findPipeline } from './reading/findPipeline';
import { getCommits } from './reading/getCommits';
import { getDrift } from './reading/getDrift';
import { getHistory } from './reading/getHistory';
import { getLogs } from './reading/getLogs';
import { claimedPipeline, getPipeline } from './reading/getPipeline';
import { getPromotion } from './reading/getPromotion';
import { getRollback } from './reading/getRollback';
import { getWaiting } from './reading/getWaiting';
import { getVerification } from './reading/getVerification';
import { getWarehouse } from './reading/getWarehouse';
import { listFreight } from './reading/listFreight';
import { loadProject, loadPromotion } from './reading/projects';
import { verifyLedger } from './reading/verifyLedger';
import { withHealth } from './reading/withHealth';
import { ServiceDeps } from './ServiceDeps';
import {
  Caller,
  InFreight,
  InStage,
  InWarehouse,
  StevedoreService,
} from './StevedoreService';
import { withHttpErrors } from './withHttpErrors';

/** Reads from projections, acts through the engine; authorises nobody. */
export class DefaultStevedoreService implements StevedoreService {
  readonly #deps: ServiceDeps;

  constructor(deps: ServiceDeps) {
    this.#deps = deps;
  }

  async getPipeline({ limit, ...entity }: PipelineRequest, { actor }: Caller) {
    const entityRef = stringifyEntityRef(entity);
    const found = await findPipeline(this.#deps.store, entityRef);
    if (found.claim) return claimedPipeline(found.project, found.claim);
    const running = await loadProject(this.#deps, found.project);
    const pipeline = await getPipeline(this.#deps, running, { limit, actor });
    return withHealth(this.#deps, pipeline);
  }

  async listFreight({ project, ...query }: FreightListRequest) {
    return listFreight(
      this.#deps,
      await loadProject(this.#deps, project),
      query,
    );
  }

  async listPromotions({
    project,
    phase,
    limit = 20,
    ...query
  }: PromotionListRequest): Promise<PromotionPage> {
    const { owners } = await loadProject(this.#deps, project);
    const phases = phase === undefined ? undefined : [phase as PromotionPhase];
    const page = await this.#deps.store.promotionPage(project, {
      ...query,
      limit,
      phases,
    });
    const approvals = await this.#deps.store.approvals(
      project,
      page.items.map(row => row.name),
    );
    return {
      items: page.items.map(row =>
        toPromotion(row, { approvals, owners, now: this.#deps.clock.now() }),
      ),
      next: page.next,
    };
  }

  async getPromotion(input: InPromotion, { actor }: Caller) {
    const { owners } = await loadProject(this.#deps, input.project);
    return getPromotion(this.#deps, await loadPromotion(this.#deps, input), {
      owners,
      actor,
    });
  }

  async getPromotionLogs(input: LogRequest): Promise<LogPage> {
    await loadPromotion(this.#deps, input);
    return getLogs(this.#deps, input);
  }

  async planPromotion(
    input: InProject & PlanAsk,
    { actor }: Caller,
  ): Promise<PlanAnswer> {
    const answer = await withHttpErrors(() =>
      this.#deps.engine.plan({ ...input, actor }),
    );
    const { freight } = answer.plan;
    return toPlanAnswer(
      answer,
      await changeOf(this.#deps, { ...input, freight }),
    );
  }

  requestPromotion(input: InProject & PromotionAsk, { actor }: Caller) {
    return this.#act(() => this.#deps.engine.request({ ...input, actor }));
  }

  async requestTargets(
    input: InStage & TargetsAsk,
    { actor }: Caller,
  ): Promise<TargetAnswers> {
    const answers = await withHttpErrors(() =>
      this.#deps.engine.requestTargets({ ...input, actor }),
    );
    const items = answers.map(async ({ promotion, ...answer }) => ({
      ...answer,
      promotion: promotion && (await this.#shown(promotion)),
    }));
    return { items: await Promise.all(items) };
  }

  approvePromotion(input: InPromotion & DecisionAsk, { actor }: Caller) {
    return this.#act(() =>
      this.#deps.engine.approve({
        ...decision(input),
        digest: input.digest,
        onBehalfOf: input.onBehalfOf,
        actor,
      }),
    );
  }

  rejectPromotion(input: InPromotion & DecisionAsk, { actor }: Caller) {
    return this.#act(() =>
      this.#deps.engine.reject({
        ...decision(input),
        digest: input.digest,
        onBehalfOf: input.onBehalfOf,
        actor,
      }),
    );
  }

  withdrawDecision(input: InPromotion & ReasonAsk, { actor }: Caller) {
    return this.#act(() =>
      this.#deps.engine.withdraw({ ...decision(input), actor }),
    );
  }

  abortPromotion(input: InPromotion & ReasonAsk, { actor }: Caller) {
    return this.#act(() =>
      this.#deps.engine.abort({ ...decision(input), actor }),
    );
  }

  retryPromotion(input: InPromotion & ReasonAsk, { actor }: Caller) {
    return this.#act(() =>
      this.#deps.engine.retry({ ...decision(input), actor }),
    );
  }

  async createFreight(
    { images = [], commits, charts, ...input }: InProject & FreightAsk,
    { actor }: Caller,
  ): Promise<FreightSummary> {
    const artifacts = {
      commits,
      charts,
      images: images.map(({ digest = '', ...image }) => ({ ...image, digest })),
    };
    const freight = await withHttpErrors(() =>
      this.#deps.engine.createFreight({ ...input, artifacts, actor }),
    );
    return toFreightSummary(freight);
  }

  async changeAlias(
    { name: freight, ...input }: InFreight & AliasAsk,
    { actor }: Caller,
  ): Promise<FreightSummary> {
    const renamed = await withHttpErrors(() =>
      this.#deps.engine.changeAlias({ ...input, freight, actor }),
    );
    return toFreightSummary(renamed);
  }

  waiveFreight(
    { name: freight, ...input }: InFreight & WaiverAsk,
    { actor }: Caller,
  ): Promise<void> {
    return withHttpErrors(() =>
      this.#deps.engine.waive({ ...input, freight, actor }),
    );
  }

  async quarantineFreight(
    { name: freight, ...input }: InFreight & QuarantineAsk,
    { actor }: Caller,
  ): Promise<FreightSummary> {
    const marked = await withHttpErrors(() =>
      this.#deps.engine.quarantine({ ...input, freight, actor }),
    );
    return toFreightSummary(marked);
  }

  async liftQuarantine(
    { name: freight, ...input }: InFreight & QuarantineAsk,
    { actor }: Caller,
  ): Promise<FreightSummary> {
    const lifted = await withHttpErrors(() =>
      this.#deps.engine.liftQuarantine({ ...input, freight, actor }),
    );
    return toFreightSummary(lifted);
  }

  getWarehouse(input: InWarehouse): Promise<WarehouseDetail> {
    return getWarehouse(this.#deps, input);
  }

  refreshWarehouse(
    { project, warehouse }: InWarehouse,
    { actor }: Caller,
  ): Promise<void> {
    return withHttpErrors(() =>
      this.#deps.engine.refresh({ project, warehouse, actor }),
    );
  }

  holdStage(input: InStage & HoldAsk, { actor }: Caller): Promise<void> {
    return withHttpErrors(() => this.#deps.engine.hold({ ...input, actor }));
  }

  resumeStage(input: InStage & HoldAsk, { actor }: Caller): Promise<void> {
    return withHttpErrors(() => this.#deps.engine.resume({ ...input, actor }));
  }

  verifyStage(input: InStage & ReasonAsk, { actor }: Caller): Promise<void> {
    return withHttpErrors(() =>
      this.#deps.engine.verifyAgain({ ...input, actor }),
    );
  }

  stopVerification(
    input: InStage & ReasonAsk,
    { actor }: Caller,
  ): Promise<void> {
    return withHttpErrors(() =>
      this.#deps.engine.stopVerification({ ...input, actor }),
    );
  }

  getVerification(input: InStage): Promise<VerificationDetail> {
    return getVerification(this.#deps, input);
  }

  getCommits(input: CommitsRequest): Promise<CommitsAnswer> {
    return getCommits(this.#deps, input);
  }

  getDrift(input: DriftRequest): Promise<DriftReport> {
    return getDrift(this.#deps, input);
  }

  async getRollback(input: InStage): Promise<RollbackOptions> {
    const running = await loadProject(this.#deps, input.project);
    return getRollback(this.#deps, running, input.stage);
  }

  rollbackStage(input: InStage & RollbackAsk, { actor }: Caller) {
    return this.#act(() => this.#deps.engine.rollback({ ...input, actor }));
  }

  getWaiting(input: WaitingRequest, { actor }: Caller) {
    return getWaiting(this.#deps, actor, input);
  }

  getHistory(input: HistoryRequest): Promise<HistoryPage> {
    return getHistory(this.#deps, input);
  }

  async getLedger({
    project,
    after,
    limit = 500,
  }: LedgerRequest): Promise<LedgerPage> {
    const entries = await this.#deps.store.entries(project, { after, limit });
    return {
      items: entries as unknown as LedgerPage['items'],
      next: entries.length < limit ? undefined : entries[limit - 1].seq,
    };
  }

  verifyLedger({ project }: InProject) {
    return verifyLedger(this.#deps, project);
  }

  async #act(run: () => Promise<PromotionRow>): Promise<Promotion> {
    return this.#shown(await withHttpErrors(run));
  }

  async #shown(row: PromotionRow): Promise<Promotion> {
    const [approvals, { owners }] = await Promise.all([
      this.#deps.store.approvals(row.project, [row.name]),
      loadProject(this.#deps, row.project),
    ]);
    return toPromotion(row, { approvals, owners, now: this.#deps.clock.now() });
  }
}

function decision({ project, name, reason }: InPromotion & ReasonAsk) {
  return { project, promotion: name, reason };
}
