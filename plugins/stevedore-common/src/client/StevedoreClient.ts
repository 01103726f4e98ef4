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
import { GatekeepingClient } from './GatekeepingClient';
import { PeopleApi } from './PeopleApi';
import { PeopleClient } from './PeopleClient';
import { RolloutApi } from './RolloutApi';
import { RolloutClient } from './RolloutClient';
import { StevedoreApi } from './StevedoreApi';
import {
  Call,
  CallOptions,
  DiscoveryLike,
  FetchLike,
  path,
  Transport,
} from './transport';

type InFreight = InProject & { name: string };
type InStage = { project: string; stage: string };

/** Typed client of the plugin's API; runs in browser and server. */
export class StevedoreClient implements StevedoreApi {
  readonly gatekeeping: GatekeepingApi;
  readonly people: PeopleApi;
  readonly rollouts: RolloutApi;
  readonly #transport: Transport;

  constructor(options: { discoveryApi: DiscoveryLike; fetchApi?: FetchLike }) {
    this.#transport = new Transport(options);
    this.gatekeeping = new GatekeepingClient(this.#transport);
    this.people = new PeopleClient(this.#transport);
    this.rollouts = new RolloutClient(this.#transport);
  }

  getPipeline(
    { kind, namespace, name, limit }: PipelineRequest,
    options?: CallOptions,
  ) {
    return this.#get<Pipeline>(
      { path: path('pipelines', kind, namespace, name), query: { limit } },
      options,
    );
  }

  listFreight(
    { project, ...query }: FreightListRequest,
    options?: CallOptions,
  ) {
    return this.#get<FreightPage>(
      { path: path('projects', project, 'freight'), query: { ...query } },
      options,
    );
  }

  listPromotions(
    { project, ...query }: PromotionListRequest,
    options?: CallOptions,
  ) {
    return this.#get<PromotionPage>(
      { path: path('projects', project, 'promotions'), query: { ...query } },
      options,
    );
  }

  getPromotion({ project, name }: InPromotion, options?: CallOptions) {
    return this.#get<PromotionDetail>(
      { path: path('projects', project, 'promotions', name) },
      options,
    );
  }

  getPromotionLogs(
    { project, name, ...query }: LogRequest,
    options?: CallOptions,
  ) {
    return this.#get<LogPage>(
      {
        path: path('projects', project, 'promotions', name, 'logs'),
        query: { ...query },
      },
      options,
    );
  }

  planPromotion(
    { project, ...body }: InProject & PlanAsk,
    options?: CallOptions,
  ) {
    return this.#post<PlanAnswer>(
      { path: path('projects', project, 'plans'), body },
      options,
    );
  }

  requestPromotion(
    { project, ...body }: InProject & PromotionAsk,
    options?: CallOptions,
  ) {
    return this.#post<Promotion>(
      { path: path('projects', project, 'promotions'), body },
      options,
    );
  }

  requestTargets(
    {
      project,
      stage,
      ...body
    }: { project: string; stage: string } & TargetsAsk,
    options?: CallOptions,
  ) {
    return this.#post<TargetAnswers>(
      { path: path('projects', project, 'stages', stage, 'targets'), body },
      options,
    );
  }

  approvePromotion(request: InPromotion & DecisionAsk, options?: CallOptions) {
    return this.#act('approve', request, options);
  }

  rejectPromotion(request: InPromotion & DecisionAsk, options?: CallOptions) {
    return this.#act('reject', request, options);
  }

  withdrawDecision(request: InPromotion & ReasonAsk, options?: CallOptions) {
    return this.#act('withdraw', request, options);
  }

  abortPromotion(request: InPromotion & ReasonAsk, options?: CallOptions) {
    return this.#act('abort', request, options);
  }

  retryPromotion(request: InPromotion & ReasonAsk, options?: CallOptions) {
    return this.#act('retry', request, options);
  }

  createFreight(
    { project, ...body }: InProject & FreightAsk,
    options?: CallOptions,
  ) {
    return this.#post<FreightSummary>(
      { path: path('projects', project, 'freight'), body },
      options,
    );
  }

  changeAlias(request: InFreight & AliasAsk, options?: CallOptions) {
    return this.#onFreight<FreightSummary>('alias', request, options);
  }

  waiveFreight(request: InFreight & WaiverAsk, options?: CallOptions) {
    return this.#onFreight<void>('waive', request, options);
  }

  quarantineFreight(request: InFreight & QuarantineAsk, options?: CallOptions) {
    return this.#onFreight<FreightSummary>('quarantine', request, options);
  }

  liftQuarantine(request: InFreight & QuarantineAsk, options?: CallOptions) {
    return this.#onFreight<FreightSummary>('lift', request, options);
  }

  getWarehouse(
    { project, warehouse }: { project: string; warehouse: string },
    options?: CallOptions,
  ) {
    return this.#get<WarehouseDetail>(
      { path: path('projects', project, 'warehouses', warehouse) },
      options,
    );
  }

  refreshWarehouse(
    { project, warehouse }: { project: string; warehouse: string },
    options?: CallOptions,
  ) {
    return this.#post<void>(
      { path: path('projects', project, 'warehouses', warehouse, 'refresh') },
      options,
    );
  }

  holdStage(
    { project, stage, ...body }: InStage & HoldAsk,
    options?: CallOptions,
  ) {
    return this.#post<void>(
      { path: path('projects', project, 'stages', stage, 'hold'), body },
      options,
    );
  }

  resumeStage(
    { project, stage, ...body }: InStage & HoldAsk,
    options?: CallOptions,
  ) {
    return this.#post<void>(
      { path: path('projects', project, 'stages', stage, 'resume'), body },
      options,
    );
  }

  verifyStage(
    { project, stage, ...body }: InStage & ReasonAsk,
    options?: CallOptions,
  ) {
    return this.#post<void>(
      { path: path('projects', project, 'stages', stage, 'verify'), body },
      options,
    );
  }

  stopVerification(
    { project, stage, ...body }: InStage & ReasonAsk,
    options?: CallOptions,
  ) {
    const verb = 'stop-verification';
    return this.#post<void>(
      { path: path('projects', project, 'stages', stage, verb), body },
      options,
    );
  }

  getVerification({ project, stage }: InStage, options?: CallOptions) {
    return this.#get<VerificationDetail>(
      { path: path('projects', project, 'stages', stage, 'verification') },
      options,
    );
  }

  getCommits({ project, ...query }: CommitsRequest, options?: CallOptions) {
    return this.#get<CommitsAnswer>(
      { path: path('projects', project, 'commits'), query: { ...query } },
      options,
    );
  }

  getDrift({ project, ...query }: DriftRequest, options?: CallOptions) {
    return this.#get<DriftReport>(
      { path: path('projects', project, 'drift'), query: { ...query } },
      options,
    );
  }

  getRollback({ project, stage }: InStage, options?: CallOptions) {
    return this.#get<RollbackOptions>(
      { path: path('projects', project, 'stages', stage, 'rollback') },
      options,
    );
  }

  rollbackStage(
    { project, stage, ...body }: InStage & RollbackAsk,
    options?: CallOptions,
  ) {
    return this.#post<Promotion>(
      { path: path('projects', project, 'stages', stage, 'rollback'), body },
      options,
    );
  }

  getWaiting(query: WaitingRequest = {}, options?: CallOptions) {
    return this.#get<Waiting>(
      { path: '/waiting', query: { ...query } },
      options,
    );
  }

  listPipelines(
    { mine, waiting, ...query }: PipelineListRequest = {},
    options?: CallOptions,
  ) {
    const only = {
      mine: mine ? 'true' : undefined,
      waiting: waiting ? 'true' : undefined,
    };
    return this.#get<PipelinePage>(
      { path: '/pipelines', query: { ...query, ...only } },
      options,
    );
  }

  listUnmapped(options?: CallOptions) {
    return this.#get<UnmappedProjects>({ path: '/unmapped' }, options);
  }

  getHistory({ project, ...query }: HistoryRequest, options?: CallOptions) {
    return this.#get<HistoryPage>(
      { path: path('projects', project, 'history'), query: { ...query } },
      options,
    );
  }

  getLedger({ project, ...query }: LedgerRequest, options?: CallOptions) {
    return this.#get<LedgerPage>(
      { path: path('projects', project, 'ledger'), query: { ...query } },
      options,
    );
  }

  verifyLedger({ project }: InProject, options?: CallOptions) {
    return this.#get<LedgerVerdict>(
      { path: '/ledger/verify', query: { project } },
      options,
    );
  }

  #act(
    verb: string,
    { project, name, ...body }: InPromotion & ReasonAsk,
    options?: CallOptions,
  ) {
    return this.#post<Promotion>(
      { path: path('projects', project, 'promotions', name, verb), body },
      options,
    );
  }

  #onFreight<T>(
    verb: string,
    { project, name, ...body }: InFreight & object,
    options?: CallOptions,
  ) {
    return this.#post<T>(
      { path: path('projects', project, 'freight', name, verb), body },
      options,
    );
  }

  #get<T>(call: Omit<Call, 'method'>, options?: CallOptions): Promise<T> {
    return this.#transport.send<T>({ ...call, method: 'GET' }, options);
  }

  #post<T>(call: Omit<Call, 'method'>, options?: CallOptions): Promise<T> {
    return this.#transport.send<T>({ ...call, method: 'POST' }, options);
  }
}
