import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  AliasAsk,
  DecisionAsk,
  CommitsAnswer,
  CommitsRequest,
  DriftReport,
  DriftRequest,
  FreightAsk,
  FreightListRequest,
  FreightPage,
  FreightSummary,
  HistoryPage,
  HistoryRequest,
  HoldAsk,
  InProject,
  InPromotion,
  LedgerPage,
  LedgerRequest,
  LedgerVerdict,
  LogPage,
  LogRequest,
  Pipeline,
  PipelineRequest,
  PlanAnswer,
  PlanAsk,
  Promotion,
  PromotionAsk,
  PromotionDetail,
  PromotionListRequest,
  PromotionPage,
  QuarantineAsk,
  ReasonAsk,
  RollbackAsk,
  RollbackOptions,
  TargetAnswers,
  TargetsAsk,
  Waiting,
  WaitingRequest,
  WaiverAsk,
  VerificationDetail,
  WarehouseDetail,
} from '@stevedore/plugin-stevedore-common';
import { Actor } from '@stevedore/promotion-engine';
import type { Request } from 'express';

/** Who calls, as the platform knows them. */
export interface Caller {
  credentials: BackstageCredentials;
  actor: Actor;
  /** For the audit log; absent when the call is no HTTP request. */
  request?: Request;
}

export interface InStage extends InProject {
  stage: string;
}

export interface InWarehouse extends InProject {
  warehouse: string;
}

export interface InFreight extends InProject {
  /** Name or alias. */
  name: string;
}

/**
 * Everything that people can ask of the plugin, whatever the way in: HTTP, command line, scaffolder or agent.
 * @throws errors of `@backstage/errors` with one sentence.
 */
export interface StevedoreService {
  getPipeline(input: PipelineRequest, caller: Caller): Promise<Pipeline>;
  listFreight(input: FreightListRequest, caller: Caller): Promise<FreightPage>;
  listPromotions(
    input: PromotionListRequest,
    caller: Caller,
  ): Promise<PromotionPage>;
  getPromotion(input: InPromotion, caller: Caller): Promise<PromotionDetail>;
  getPromotionLogs(input: LogRequest, caller: Caller): Promise<LogPage>;
  planPromotion(
    input: InProject & PlanAsk,
    caller: Caller,
  ): Promise<PlanAnswer>;
  requestPromotion(
    input: InProject & PromotionAsk,
    caller: Caller,
  ): Promise<Promotion>;
  requestTargets(
    input: InStage & TargetsAsk,
    caller: Caller,
  ): Promise<TargetAnswers>;
  approvePromotion(
    input: InPromotion & DecisionAsk,
    caller: Caller,
  ): Promise<Promotion>;
  rejectPromotion(
    input: InPromotion & DecisionAsk,
    caller: Caller,
  ): Promise<Promotion>;
  withdrawDecision(
    input: InPromotion & ReasonAsk,
    caller: Caller,
  ): Promise<Promotion>;
  abortPromotion(
    input: InPromotion & ReasonAsk,
    caller: Caller,
  ): Promise<Promotion>;
  retryPromotion(
    input: InPromotion & ReasonAsk,
    caller: Caller,
  ): Promise<Promotion>;
  createFreight(
    input: InProject & FreightAsk,
    caller: Caller,
  ): Promise<FreightSummary>;
  changeAlias(
    input: InFreight & AliasAsk,
    caller: Caller,
  ): Promise<FreightSummary>;
  waiveFreight(input: InFreight & WaiverAsk, caller: Caller): Promise<void>;
  quarantineFreight(
    input: InFreight & QuarantineAsk,
    caller: Caller,
  ): Promise<FreightSummary>;
  liftQuarantine(
    input: InFreight & QuarantineAsk,
    caller: Caller,
  ): Promise<FreightSummary>;
  getWarehouse(input: InWarehouse, caller: Caller): Promise<WarehouseDetail>;
  refreshWarehouse(input: InWarehouse, caller: Caller): Promise<void>;
  holdStage(input: InStage & HoldAsk, caller: Caller): Promise<void>;
  resumeStage(input: InStage & HoldAsk, caller: Caller): Promise<void>;
  verifyStage(input: InStage & ReasonAsk, caller: Caller): Promise<void>;
  stopVerification(input: InStage & ReasonAsk, caller: Caller): Promise<void>;
  getVerification(input: InStage, caller: Caller): Promise<VerificationDetail>;
  getRollback(input: InStage, caller: Caller): Promise<RollbackOptions>;
  getCommits(input: CommitsRequest, caller: Caller): Promise<CommitsAnswer>;
  getDrift(input: DriftRequest, caller: Caller): Promise<DriftReport>;
  rollbackStage(
    input: InStage & RollbackAsk,
    caller: Caller,
  ): Promise<Promotion>;
  getWaiting(input: WaitingRequest, caller: Caller): Promise<Waiting>;
  getHistory(input: HistoryRequest, caller: Caller): Promise<HistoryPage>;
  getLedger(input: LedgerRequest, caller: Caller): Promise<LedgerPage>;
  verifyLedger(input: InProject, caller: Caller): Promise<LedgerVerdict>;
}
