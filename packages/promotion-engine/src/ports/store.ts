import {
  Discovered,
  DiscoveredImages,
  WarehouseCondition,
} from '../model/discovery';
import { Problem, SourcePosition } from '../model/definition';
import { LedgerEntry, NewEntry } from '../model/ledger';
import { LockRow, WindowRow } from '../model/calendar';
import { Plan, PromotionPhase } from '../model/promotion';
import {
  ApprovalRow,
  DelegationRow,
  FreightAliasRow,
  FreightRow,
  FreightStageRow,
  ProjectRow,
  PromotionRow,
  ReviewRow,
  RowKey,
  StageRow,
  StepRow,
} from '../model/rows';
import { MetricFact } from '../model/testResult';
import { Measurement } from '../model/verification';

/** A decision: entries, and the versions of the rows it was based on (0: the row must not exist). */
export interface Commit {
  project: string;
  entries: NewEntry[];
  expect: (RowKey & { version: number })[];
}

/** Newest first unless said otherwise; `next` is the cursor of the following page. */
export interface Page<T> {
  items: T[];
  next?: string;
}

/** The only way to change state: entries are appended and their projections written in one transaction. */
export interface Ledger {
  /** @throws ConflictError when a row has another version than expected; nothing is written then. */
  commit(commit: Commit): Promise<LedgerEntry[]>;
  /** Oldest first, from `after` (exclusive). */
  entries(
    project: string,
    options: { after?: number; limit: number },
  ): Promise<LedgerEntry[]>;
  /** Newest first; `subject` limits to one subject. */
  history(
    project: string,
    options: { before?: number; limit: number; subject?: string },
  ): Promise<Page<LedgerEntry>>;
  head(project: string): Promise<{ seq: number; hash: string } | undefined>;
  /** Drops every projection of the project and folds its entries again. */
  rebuild(project: string): Promise<void>;
}

/** Reading projections. Every list is a page or bounded by the pipeline's size. */
export interface Projections {
  project(project: string): Promise<ProjectRow | undefined>;
  /** What an entity runs; what it ran once and does not any more only when there is nothing else. */
  projectOfEntity(entityRef: string): Promise<ProjectRow | undefined>;
  /** By name, ascending. */
  projects(options: {
    after?: string;
    limit: number;
  }): Promise<Page<ProjectRow>>;
  /** Those where something waits, longest first, then the others by name; see `WaitingQuery`. */
  projectsByWaiting(query: WaitingQuery): Promise<Page<WaitingProject>>;
  stage(project: string, stage: string): Promise<StageRow | undefined>;
  stages(project: string): Promise<StageRow[]>;
  freight(project: string, name: string): Promise<FreightRow | undefined>;
  /** The freight that has this alias now, letter for letter. */
  freightByAlias(
    project: string,
    alias: string,
  ): Promise<FreightRow | undefined>;
  /** @returns undefined when nobody ever had it; its version is what taking it is based on. */
  freightAlias(
    project: string,
    alias: string,
  ): Promise<FreightAliasRow | undefined>;
  /** By discoveredAt, then name, both descending. `search` matches part of the alias or a version, or the start of the name, in any case. */
  freightPage(
    project: string,
    options: FreightQuery,
  ): Promise<Page<FreightRow>>;
  freightStages(project: string, freight: string[]): Promise<FreightStageRow[]>;
  promotion(project: string, name: string): Promise<PromotionRow | undefined>;
  /** By the time in their names, descending; of one stage that is by name. */
  promotionPage(
    project: string,
    options: PromotionQuery,
  ): Promise<Page<PromotionRow>>;
  /** Every promotion that is not terminal, of one stage or all; oldest first. */
  openPromotions(project: string, stage?: string): Promise<PromotionRow[]>;
  /** The newest terminal promotion of this freight into this stage. */
  newestTerminal(
    project: string,
    stage: string,
    freight: string,
  ): Promise<PromotionRow | undefined>;
  steps(project: string, promotion: string): Promise<StepRow[]>;
  approvals(project: string, promotions: string[]): Promise<ApprovalRow[]>;
  review(project: string, promotion: string): Promise<ReviewRow | undefined>;
  /** What nobody has closed yet, oldest first. */
  openReviews(project: string): Promise<ReviewRow[]>;
  delegation(project: string, id: string): Promise<DelegationRow | undefined>;
  /** What a person gave and what was given to that person, as long as nobody ended it; oldest first. */
  delegations(project: string, person: string): Promise<DelegationRow[]>;
  /** Locks that nobody has released yet, expired ones included; oldest first. */
  locks(project: string): Promise<LockRow[]>;
  lock(project: string, id: string): Promise<LockRow | undefined>;
  /** Windows that people set and nobody has ended; oldest first. */
  windows(project: string): Promise<WindowRow[]>;
  window(project: string, id: string): Promise<WindowRow | undefined>;
  /** Open promotions of every project that wait in a queue, by project and name, ascending. */
  queued(options: {
    after?: string;
    limit: number;
  }): Promise<Page<{ project: string; stage: string; name: string }>>;
}

export interface WaitingQuery {
  after?: string;
  limit: number;
  /** Part of the project's name or of its entity's ref, in any case. */
  search?: string;
  /** Only those in which a promotion is open or a review is. */
  onlyWaiting?: boolean;
}

export interface WaitingProject {
  row: ProjectRow;
  /** Order of its oldest open promotion (`promotionOrder`), or `REVIEW_ONLY`; absent when nothing waits. */
  since?: string;
}

export interface FreightQuery {
  after?: string;
  limit: number;
  /** Origin key. */
  origin?: string;
  search?: string;
}

export interface PromotionQuery {
  after?: string;
  limit: number;
  stage?: string;
  freight?: string;
  phases?: PromotionPhase[];
}

/** What was seen, not decided: never in the ledger, may be lost and seen again. */
export interface Observations {
  discovery(project: string, warehouse: string): Promise<Discovery | undefined>;
  saveDiscovery(
    project: string,
    warehouse: string,
    discovery: Discovery,
  ): Promise<void>;
  /** What the warehouses of a project watch now; takes the place of what was saved before. */
  saveSubscriptions(
    project: string,
    subscriptions: Subscriber[],
  ): Promise<void>;
  /** Who watches a source, by project and warehouse, ascending. */
  subscribers(
    source: string,
    options: { after?: string; limit: number },
  ): Promise<Page<{ project: string; warehouse: string }>>;
  saveEntityLink(link: EntityLink): Promise<void>;
  dropEntityLink(entityRef: string): Promise<void>;
  entityLink(entityRef: string): Promise<EntityLink | undefined>;
  /** By entity ref, ascending. */
  entityLinks(options: {
    after?: string;
    limit: number;
  }): Promise<Page<EntityLink>>;
  plan(project: string, promotion: string): Promise<Plan | undefined>;
  savePlan(project: string, plan: Plan): Promise<void>;
  appendLog(
    project: string,
    promotion: string,
    ...lines: LogLine[]
  ): Promise<void>;
  /** Oldest first: `after` the last id that was seen comes what is new. */
  logs(
    project: string,
    promotion: string,
    options: { after?: string; limit: number },
  ): Promise<Page<LogLine & { id: string }>>;
  addMeasurement(
    project: string,
    verification: string,
    measurement: Measurement,
  ): Promise<void>;
  measurements(project: string, verification: string): Promise<Measurement[]>;
  /** What the metrics of a stage's gate said the last time, by template. */
  metricFacts(project: string, stage: string): Promise<MetricFact[]>;
  saveMetricFact(
    project: string,
    stage: string,
    fact: MetricFact,
  ): Promise<void>;
}

/** What a warehouse found the last time that all its subscriptions could be asked. */
export interface Discovery extends Partial<Discovered> {
  /** ISO 8601 of the last attempt. */
  at: string;
  /** Sentence; absent when the last attempt was good. */
  error?: string;
  images: DiscoveredImages[];
  conditions?: WarehouseCondition[];
}

/**
 * What a catalog entity that runs no pipeline itself says about one: it shows another entity's, or claims what
 * another one runs.
 */
export interface EntityLink {
  entityRef: string;
  /** Entity ref; whose pipeline it shows. */
  shows?: string;
  /** Where that is written. */
  position?: SourcePosition;
  /** Project that it would define. */
  claims?: string;
  /** Why it shows or runs nothing. */
  problems: Problem[];
}

export interface Subscriber {
  warehouse: string;
  /** Made by `sourceKey`. */
  source: string;
}

export interface LogLine {
  at: string;
  /** Alias of the step, or `verificationLog` of what was verified afterwards. */
  step: string;
  text: string;
  /** What printed it, where that is elsewhere. */
  source?: string;
  /** The last of its source that is kept. */
  cut?: true;
}

/** Claims with an end: whoever holds one is the only one who works on its key. */
export interface Claims {
  /**
   * @returns a fencing number when the key was free, expired, or already the holder's. It rises with every new
   * claim on the key; a holder that prolongs a claim which has not ended keeps its number.
   */
  acquire(
    key: string,
    holder: string,
    ttlMs: number,
  ): Promise<number | undefined>;
  release(key: string, holder: string): Promise<void>;
}

export interface Store extends Ledger, Projections, Observations, Claims {}
