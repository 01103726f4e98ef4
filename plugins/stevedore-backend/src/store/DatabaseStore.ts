import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import {
  ApprovalRow,
  asStored,
  Clock,
  Commit,
  DelegationRow,
  Discovery,
  EntityLink,
  FreightAliasRow,
  FreightQuery,
  FreightRow,
  FreightStageRow,
  LedgerEntry,
  LockRow,
  LogLine,
  Measurement,
  MetricFact,
  Page,
  Plan,
  ProjectRow,
  PromotionQuery,
  PromotionRow,
  ReviewRow,
  rowKey,
  StageRow,
  StepRow,
  Store,
  Subscriber,
  WaitingQuery,
  WindowRow,
} from '@stevedore/promotion-engine';
import { Knex } from 'knex';
import { inTransaction, prepareConnections } from './dialect';
import { listOpenRows } from './operations/calendar/listOpen';
import { pageQueued } from './operations/promotions/pageQueued';
import { listApprovals } from './operations/approvals/list';
import { acquireClaim } from './operations/claims/acquire';
import { releaseClaim } from './operations/claims/release';
import { listDelegations } from './operations/delegations/list';
import { findDiscovery } from './operations/discoveries/find';
import { saveDiscovery } from './operations/discoveries/save';
import { dropEntityLink } from './operations/entityLinks/drop';
import { findEntityLink } from './operations/entityLinks/find';
import { pageEntityLinks } from './operations/entityLinks/page';
import { saveEntityLink } from './operations/entityLinks/save';
import { pageFreight } from './operations/freight/page';
import { listFreightStages } from './operations/freightStages/list';
import { findHead } from './operations/heads/find';
import { listEntries } from './operations/ledger/list';
import { pageEntries } from './operations/ledger/page';
import { appendLog } from './operations/logs/append';
import { pageLogs } from './operations/logs/page';
import { addMeasurement } from './operations/measurements/add';
import { listMeasurements } from './operations/measurements/list';
import { listMetricFacts } from './operations/metricFacts/list';
import { saveMetricFact } from './operations/metricFacts/save';
import { findPlan } from './operations/plans/find';
import { savePlan } from './operations/plans/save';
import { findProjectByEntity } from './operations/projects/findByEntity';
import { pageProjectsByWaiting } from './operations/projects/pageByWaiting';
import { pageProjects } from './operations/projects/page';
import { findNewestTerminal } from './operations/promotions/findNewestTerminal';
import { listOpenPromotions } from './operations/promotions/listOpen';
import { pagePromotions } from './operations/promotions/page';
import { listOpenReviews } from './operations/reviews/listOpen';
import { findRow } from './operations/rows/find';
import { listStages } from './operations/stages/list';
import { listSteps } from './operations/steps/list';
import { pageSubscribers } from './operations/subscriptions/page';
import { saveSubscriptions } from './operations/subscriptions/save';
import { rebuildProject } from './rebuildProject';
import { writeDecision } from './writeDecision';

export interface DatabaseStoreOptions {
  /** Backstage's service, whose migrations run unless it says to skip them; or a connection, always migrated. */
  database: DatabaseService | Knex;
  clock: Clock;
}

/** The engine's store on SQLite and PostgreSQL. */
export class DatabaseStore implements Store {
  readonly #knex: Knex;
  readonly #clock: Clock;

  private constructor(knex: Knex, clock: Clock) {
    this.#knex = knex;
    this.#clock = clock;
  }

  static async create({
    database,
    clock,
  }: DatabaseStoreOptions): Promise<DatabaseStore> {
    const knex =
      'getClient' in database ? await database.getClient() : database;
    await prepareConnections(knex);
    if (!('getClient' in database && database.migrations?.skip)) {
      const directory = resolvePackagePath(
        '@stevedore/plugin-stevedore-backend',
        'migrations',
      );
      await knex.migrate.latest({ directory });
    }
    return new DatabaseStore(knex, clock);
  }

  commit(commit: Commit): Promise<LedgerEntry[]> {
    const decision = { ...commit, entries: asStored(commit.entries) };
    return inTransaction(this.#knex, tx => writeDecision(tx, decision));
  }

  entries(
    project: string,
    options: { after?: number; limit: number },
  ): Promise<LedgerEntry[]> {
    return listEntries(this.#knex, project, options);
  }

  history(
    project: string,
    options: { before?: number; limit: number; subject?: string },
  ): Promise<Page<LedgerEntry>> {
    return pageEntries(this.#knex, project, options);
  }

  head(project: string): Promise<{ seq: number; hash: string } | undefined> {
    return findHead(this.#knex, project);
  }

  rebuild(project: string): Promise<void> {
    return inTransaction(this.#knex, tx => rebuildProject(tx, project));
  }

  project(project: string): Promise<ProjectRow | undefined> {
    return findRow(this.#knex, project, rowKey.project());
  }

  projectOfEntity(entityRef: string): Promise<ProjectRow | undefined> {
    return findProjectByEntity(this.#knex, entityRef);
  }

  projects(options: {
    after?: string;
    limit: number;
  }): Promise<Page<ProjectRow>> {
    return pageProjects(this.#knex, options);
  }

  projectsByWaiting(query: WaitingQuery) {
    return pageProjectsByWaiting(this.#knex, query);
  }

  stage(project: string, stage: string): Promise<StageRow | undefined> {
    return findRow(this.#knex, project, rowKey.stage(stage));
  }

  stages(project: string): Promise<StageRow[]> {
    return listStages(this.#knex, project);
  }

  freight(project: string, name: string): Promise<FreightRow | undefined> {
    return findRow(this.#knex, project, rowKey.freight(name));
  }

  freightAlias(
    project: string,
    alias: string,
  ): Promise<FreightAliasRow | undefined> {
    return findRow(this.#knex, project, rowKey.freightAlias(alias));
  }

  async freightByAlias(
    project: string,
    alias: string,
  ): Promise<FreightRow | undefined> {
    const { freight } = (await this.freightAlias(project, alias)) ?? {};
    return freight === undefined ? undefined : this.freight(project, freight);
  }

  freightPage(project: string, query: FreightQuery): Promise<Page<FreightRow>> {
    return pageFreight(this.#knex, project, query);
  }

  freightStages(
    project: string,
    freight: string[],
  ): Promise<FreightStageRow[]> {
    return listFreightStages(this.#knex, project, freight);
  }

  promotion(project: string, name: string): Promise<PromotionRow | undefined> {
    return findRow(this.#knex, project, rowKey.promotion(name));
  }

  promotionPage(
    project: string,
    query: PromotionQuery,
  ): Promise<Page<PromotionRow>> {
    return pagePromotions(this.#knex, project, query);
  }

  openPromotions(project: string, stage?: string): Promise<PromotionRow[]> {
    return listOpenPromotions(this.#knex, project, stage);
  }

  newestTerminal(
    project: string,
    stage: string,
    freight: string,
  ): Promise<PromotionRow | undefined> {
    return findNewestTerminal(this.#knex, project, { stage, freight });
  }

  steps(project: string, promotion: string): Promise<StepRow[]> {
    return listSteps(this.#knex, project, promotion);
  }

  approvals(project: string, promotions: string[]): Promise<ApprovalRow[]> {
    return listApprovals(this.#knex, project, promotions);
  }

  locks(project: string): Promise<LockRow[]> {
    return listOpenRows(this.#knex, project, 'locks');
  }

  lock(project: string, id: string): Promise<LockRow | undefined> {
    return findRow(this.#knex, project, rowKey.lock(id));
  }

  windows(project: string): Promise<WindowRow[]> {
    return listOpenRows(this.#knex, project, 'windows');
  }

  window(project: string, id: string): Promise<WindowRow | undefined> {
    return findRow(this.#knex, project, rowKey.window(id));
  }

  queued(options: { after?: string; limit: number }) {
    return pageQueued(this.#knex, options);
  }

  review(project: string, promotion: string): Promise<ReviewRow | undefined> {
    return findRow(this.#knex, project, rowKey.review(promotion));
  }

  openReviews(project: string): Promise<ReviewRow[]> {
    return listOpenReviews(this.#knex, project);
  }

  delegation(project: string, id: string): Promise<DelegationRow | undefined> {
    return findRow(this.#knex, project, rowKey.delegation(id));
  }

  delegations(project: string, person: string): Promise<DelegationRow[]> {
    return listDelegations(this.#knex, project, person);
  }

  discovery(
    project: string,
    warehouse: string,
  ): Promise<Discovery | undefined> {
    return findDiscovery(this.#knex, project, warehouse);
  }

  saveDiscovery(
    project: string,
    warehouse: string,
    discovery: Discovery,
  ): Promise<void> {
    return saveDiscovery(this.#knex, { project, warehouse }, discovery);
  }

  saveSubscriptions(
    project: string,
    subscriptions: Subscriber[],
  ): Promise<void> {
    return inTransaction(this.#knex, tx =>
      saveSubscriptions(tx, project, subscriptions),
    );
  }

  subscribers(source: string, options: { after?: string; limit: number }) {
    return pageSubscribers(this.#knex, source, options);
  }

  saveEntityLink(link: EntityLink): Promise<void> {
    return saveEntityLink(this.#knex, link);
  }

  dropEntityLink(entityRef: string): Promise<void> {
    return dropEntityLink(this.#knex, entityRef);
  }

  entityLink(entityRef: string): Promise<EntityLink | undefined> {
    return findEntityLink(this.#knex, entityRef);
  }

  entityLinks(options: { after?: string; limit: number }) {
    return pageEntityLinks(this.#knex, options);
  }

  plan(project: string, promotion: string): Promise<Plan | undefined> {
    return findPlan(this.#knex, project, promotion);
  }

  savePlan(project: string, plan: Plan): Promise<void> {
    return savePlan(this.#knex, project, plan);
  }

  appendLog(
    project: string,
    promotion: string,
    ...lines: LogLine[]
  ): Promise<void> {
    return appendLog(this.#knex, { project, promotion }, lines);
  }

  logs(
    project: string,
    promotion: string,
    options: { after?: string; limit: number },
  ): Promise<Page<LogLine & { id: string }>> {
    return pageLogs(this.#knex, { project, promotion }, options);
  }

  addMeasurement(
    project: string,
    verification: string,
    measurement: Measurement,
  ): Promise<void> {
    return addMeasurement(this.#knex, { project, verification }, measurement);
  }

  measurements(project: string, verification: string): Promise<Measurement[]> {
    return listMeasurements(this.#knex, project, verification);
  }

  metricFacts(project: string, stage: string): Promise<MetricFact[]> {
    return listMetricFacts(this.#knex, project, stage);
  }

  saveMetricFact(
    project: string,
    stage: string,
    fact: MetricFact,
  ): Promise<void> {
    return saveMetricFact(this.#knex, { project, stage }, fact);
  }

  acquire(
    key: string,
    holder: string,
    ttlMs: number,
  ): Promise<number | undefined> {
    const now = this.#clock.now();
    return acquireClaim(
      this.#knex,
      { key, holder },
      { now, until: now + ttlMs },
    );
  }

  release(key: string, holder: string): Promise<void> {
    return releaseClaim(this.#knex, key, holder);
  }
}
