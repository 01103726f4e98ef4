import {
  FreightListRequest,
  CommitsRequest,
  DriftRequest,
  HistoryRequest,
  InProject,
  InPromotion,
  LedgerRequest,
  LogRequest,
  PipelineListRequest,
  PipelineRequest,
  PromotionListRequest,
  WaitingRequest,
} from '../requests';
import {
  AliasAsk,
  DecisionAsk,
  CommitsAnswer,
  DriftReport,
  FreightAsk,
  FreightPage,
  FreightSummary,
  HistoryPage,
  HoldAsk,
  LedgerPage,
  LedgerVerdict,
  LogPage,
  Pipeline,
  PipelinePage,
  PlanAnswer,
  PlanAsk,
  Promotion,
  PromotionAsk,
  PromotionDetail,
  PromotionPage,
  QuarantineAsk,
  ReasonAsk,
  RollbackAsk,
  RollbackOptions,
  TargetAnswers,
  TargetsAsk,
  UnmappedProjects,
  Waiting,
  WaiverAsk,
  VerificationDetail,
  WarehouseDetail,
} from '../types';
import { GatekeepingApi } from './GatekeepingApi';
import { PeopleApi } from './PeopleApi';
import { RolloutApi } from './RolloutApi';
import { CallOptions } from './transport';

/** The plugin's API as browser, server and command line use it. */
export interface StevedoreApi {
  /** Gates, locks and the calendar. */
  readonly gatekeeping: GatekeepingApi;
  /** Emergencies, answers to steps, and who decides for whom. */
  readonly people: PeopleApi;
  /** Progressive deliveries in clusters. */
  readonly rollouts: RolloutApi;
  getPipeline(
    request: PipelineRequest,
    options?: CallOptions,
  ): Promise<Pipeline>;
  listFreight(
    request: FreightListRequest,
    options?: CallOptions,
  ): Promise<FreightPage>;
  /** Puts freight together by hand, or clones some. */
  createFreight(
    request: InProject & FreightAsk,
    options?: CallOptions,
  ): Promise<FreightSummary>;
  /** `name`: name or alias of the freight. */
  changeAlias(
    request: InProject & { name: string } & AliasAsk,
    options?: CallOptions,
  ): Promise<FreightSummary>;
  /** Lets freight past verification and soak into one stage; it approves nothing. */
  waiveFreight(
    request: InProject & { name: string } & WaiverAsk,
    options?: CallOptions,
  ): Promise<void>;
  /** Marks freight as bad: no stage takes it until that is lifted. */
  quarantineFreight(
    request: InProject & { name: string } & QuarantineAsk,
    options?: CallOptions,
  ): Promise<FreightSummary>;
  liftQuarantine(
    request: InProject & { name: string } & QuarantineAsk,
    options?: CallOptions,
  ): Promise<FreightSummary>;
  /** What a warehouse found, to choose from. */
  getWarehouse(
    request: { project: string; warehouse: string },
    options?: CallOptions,
  ): Promise<WarehouseDetail>;
  listPromotions(
    request: PromotionListRequest,
    options?: CallOptions,
  ): Promise<PromotionPage>;
  getPromotion(
    request: InPromotion,
    options?: CallOptions,
  ): Promise<PromotionDetail>;
  getPromotionLogs(
    request: LogRequest,
    options?: CallOptions,
  ): Promise<LogPage>;
  /** What the metrics of a stage's verification measured. */
  getVerification(
    request: { project: string; stage: string },
    options?: CallOptions,
  ): Promise<VerificationDetail>;
  /** The commits between two freight. */
  getCommits(
    request: CommitsRequest,
    options?: CallOptions,
  ): Promise<CommitsAnswer>;
  /** What was promoted, what Git says now and what runs, by stage. */
  getDrift(request: DriftRequest, options?: CallOptions): Promise<DriftReport>;
  getRollback(
    request: { project: string; stage: string },
    options?: CallOptions,
  ): Promise<RollbackOptions>;
  /** Takes a stage back; a plan made with `rollback` may be adopted. */
  rollbackStage(
    request: { project: string; stage: string } & RollbackAsk,
    options?: CallOptions,
  ): Promise<Promotion>;
  planPromotion(
    request: InProject & PlanAsk,
    options?: CallOptions,
  ): Promise<PlanAnswer>;
  requestPromotion(
    request: InProject & PromotionAsk,
    options?: CallOptions,
  ): Promise<Promotion>;
  /** Freight for the targets of a stage: for all that do not hold it, or for those that are named. */
  requestTargets(
    request: { project: string; stage: string } & TargetsAsk,
    options?: CallOptions,
  ): Promise<TargetAnswers>;
  approvePromotion(
    request: InPromotion & DecisionAsk,
    options?: CallOptions,
  ): Promise<Promotion>;
  rejectPromotion(
    request: InPromotion & DecisionAsk,
    options?: CallOptions,
  ): Promise<Promotion>;
  withdrawDecision(
    request: InPromotion & ReasonAsk,
    options?: CallOptions,
  ): Promise<Promotion>;
  abortPromotion(
    request: InPromotion & ReasonAsk,
    options?: CallOptions,
  ): Promise<Promotion>;
  retryPromotion(
    request: InPromotion & ReasonAsk,
    options?: CallOptions,
  ): Promise<Promotion>;
  refreshWarehouse(
    request: { project: string; warehouse: string },
    options?: CallOptions,
  ): Promise<void>;
  holdStage(
    request: { project: string; stage: string } & HoldAsk,
    options?: CallOptions,
  ): Promise<void>;
  resumeStage(
    request: { project: string; stage: string } & HoldAsk,
    options?: CallOptions,
  ): Promise<void>;
  /** Verifies what the stage holds once more. */
  verifyStage(
    request: { project: string; stage: string } & ReasonAsk,
    options?: CallOptions,
  ): Promise<void>;
  /** Ends a running verification; it counts as failed. */
  stopVerification(
    request: { project: string; stage: string } & ReasonAsk,
    options?: CallOptions,
  ): Promise<void>;
  /** What waits for the caller, of a page of components. */
  getWaiting(request?: WaitingRequest, options?: CallOptions): Promise<Waiting>;
  /** Those that the caller may read, the longest waiting first. */
  listPipelines(
    request?: PipelineListRequest,
    options?: CallOptions,
  ): Promise<PipelinePage>;
  /** Projects of clusters that no component shows, and why. */
  listUnmapped(options?: CallOptions): Promise<UnmappedProjects>;
  getHistory(
    request: HistoryRequest,
    options?: CallOptions,
  ): Promise<HistoryPage>;
  getLedger(request: LedgerRequest, options?: CallOptions): Promise<LedgerPage>;
  verifyLedger(
    request: InProject,
    options?: CallOptions,
  ): Promise<LedgerVerdict>;
}
