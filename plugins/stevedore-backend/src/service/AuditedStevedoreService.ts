import { AuditorService } from '@backstage/backend-plugin-api';
import {
  AliasAsk,
  DecisionAsk,
  CommitsRequest,
  DriftRequest,
  FreightAsk,
  FreightListRequest,
  HistoryRequest,
  HoldAsk,
  InProject,
  InPromotion,
  LedgerRequest,
  LogRequest,
  PipelineRequest,
  PlanAsk,
  PromotionAsk,
  PromotionListRequest,
  QuarantineAsk,
  ReasonAsk,
  RollbackAsk,
  TargetsAsk,
  WaiverAsk,
  WaitingRequest,
} from '@stevedore/plugin-stevedore-common';
import { JsonObject } from '@backstage/types';
import { audited } from './audited';
import {
  Caller,
  InFreight,
  InStage,
  InWarehouse,
  StevedoreService,
} from './StevedoreService';

/** Tells the platform's audit log what people do and what came of it; refusals included. */
export class AuditedStevedoreService implements StevedoreService {
  readonly #inner: StevedoreService;
  readonly #auditor: AuditorService;

  constructor(deps: { inner: StevedoreService; auditor: AuditorService }) {
    this.#inner = deps.inner;
    this.#auditor = deps.auditor;
  }

  getPipeline(input: PipelineRequest, caller: Caller) {
    return this.#inner.getPipeline(input, caller);
  }

  listFreight(input: FreightListRequest, caller: Caller) {
    return this.#inner.listFreight(input, caller);
  }

  listPromotions(input: PromotionListRequest, caller: Caller) {
    return this.#inner.listPromotions(input, caller);
  }

  getPromotion(input: InPromotion, caller: Caller) {
    return this.#inner.getPromotion(input, caller);
  }

  getPromotionLogs(input: LogRequest, caller: Caller) {
    return this.#inner.getPromotionLogs(input, caller);
  }

  getWaiting(input: WaitingRequest, caller: Caller) {
    return this.#inner.getWaiting(input, caller);
  }

  getHistory(input: HistoryRequest, caller: Caller) {
    return this.#inner.getHistory(input, caller);
  }

  getWarehouse(input: InWarehouse, caller: Caller) {
    return this.#inner.getWarehouse(input, caller);
  }

  createFreight(input: InProject & FreightAsk, caller: Caller) {
    const told = { project: input.project, warehouse: input.warehouse };
    return this.#audit('freight-create', { input: told, caller }, () =>
      this.#inner.createFreight(input, caller),
    );
  }

  changeAlias(input: InFreight & AliasAsk, caller: Caller) {
    return this.#audit('freight-alias', { input: { ...input }, caller }, () =>
      this.#inner.changeAlias(input, caller),
    );
  }

  waiveFreight(input: InFreight & WaiverAsk, caller: Caller) {
    return this.#audit('freight-waive', { input: { ...input }, caller }, () =>
      this.#inner.waiveFreight(input, caller),
    );
  }

  quarantineFreight(input: InFreight & QuarantineAsk, caller: Caller) {
    return this.#audit(
      'freight-quarantine',
      { input: { ...input }, caller },
      () => this.#inner.quarantineFreight(input, caller),
    );
  }

  liftQuarantine(input: InFreight & QuarantineAsk, caller: Caller) {
    return this.#audit('freight-lift', { input: { ...input }, caller }, () =>
      this.#inner.liftQuarantine(input, caller),
    );
  }

  planPromotion(input: InProject & PlanAsk, caller: Caller) {
    return this.#audit('promotion-plan', { input: { ...input }, caller }, () =>
      this.#inner.planPromotion(input, caller),
    );
  }

  requestPromotion(input: InProject & PromotionAsk, caller: Caller) {
    return this.#audit(
      'promotion-request',
      { input: { ...input }, caller },
      () => this.#inner.requestPromotion(input, caller),
    );
  }

  requestTargets(input: InStage & TargetsAsk, caller: Caller) {
    return this.#audit('targets-request', { input: { ...input }, caller }, () =>
      this.#inner.requestTargets(input, caller),
    );
  }

  approvePromotion(input: InPromotion & DecisionAsk, caller: Caller) {
    return this.#audit(
      'promotion-approve',
      { input: { ...input }, caller },
      () => this.#inner.approvePromotion(input, caller),
    );
  }

  rejectPromotion(input: InPromotion & DecisionAsk, caller: Caller) {
    return this.#audit(
      'promotion-reject',
      { input: { ...input }, caller },
      () => this.#inner.rejectPromotion(input, caller),
    );
  }

  withdrawDecision(input: InPromotion & ReasonAsk, caller: Caller) {
    return this.#audit(
      'promotion-withdraw',
      { input: { ...input }, caller },
      () => this.#inner.withdrawDecision(input, caller),
    );
  }

  abortPromotion(input: InPromotion & ReasonAsk, caller: Caller) {
    return this.#audit('promotion-abort', { input: { ...input }, caller }, () =>
      this.#inner.abortPromotion(input, caller),
    );
  }

  retryPromotion(input: InPromotion & ReasonAsk, caller: Caller) {
    return this.#audit('promotion-retry', { input: { ...input }, caller }, () =>
      this.#inner.retryPromotion(input, caller),
    );
  }

  refreshWarehouse(input: InWarehouse, caller: Caller) {
    return this.#audit(
      'warehouse-refresh',
      { input: { ...input }, caller },
      () => this.#inner.refreshWarehouse(input, caller),
    );
  }

  holdStage(input: InStage & HoldAsk, caller: Caller) {
    return this.#audit('stage-hold', { input: { ...input }, caller }, () =>
      this.#inner.holdStage(input, caller),
    );
  }

  resumeStage(input: InStage & HoldAsk, caller: Caller) {
    return this.#audit('stage-resume', { input: { ...input }, caller }, () =>
      this.#inner.resumeStage(input, caller),
    );
  }

  verifyStage(input: InStage & ReasonAsk, caller: Caller) {
    return this.#audit('stage-verify', { input: { ...input }, caller }, () =>
      this.#inner.verifyStage(input, caller),
    );
  }

  stopVerification(input: InStage & ReasonAsk, caller: Caller) {
    return this.#audit(
      'stage-stop-verification',
      { input: { ...input }, caller },
      () => this.#inner.stopVerification(input, caller),
    );
  }

  getVerification(input: InStage, caller: Caller) {
    return this.#inner.getVerification(input, caller);
  }

  getCommits(input: CommitsRequest, caller: Caller) {
    return this.#inner.getCommits(input, caller);
  }

  getDrift(input: DriftRequest, caller: Caller) {
    return this.#inner.getDrift(input, caller);
  }

  getRollback(input: InStage, caller: Caller) {
    return this.#inner.getRollback(input, caller);
  }

  rollbackStage(input: InStage & RollbackAsk, caller: Caller) {
    return this.#audit('stage-rollback', { input: { ...input }, caller }, () =>
      this.#inner.rollbackStage(input, caller),
    );
  }

  getLedger(input: LedgerRequest, caller: Caller) {
    return this.#audit('ledger-read', { input: { ...input }, caller }, () =>
      this.#inner.getLedger(input, caller),
    );
  }

  verifyLedger(input: InProject, caller: Caller) {
    return this.#audit('ledger-verify', { input: { ...input }, caller }, () =>
      this.#inner.verifyLedger(input, caller),
    );
  }

  #audit<T>(
    eventId: string,
    told: { input: JsonObject; caller: Caller },
    run: () => Promise<T>,
  ): Promise<T> {
    return audited(this.#auditor, { eventId, ...told }, run);
  }
}
