import {
  applyDecision,
  asStored,
  rowsNeeded,
} from '../decide/fold/applyDecision';
import { foldEntry } from '../decide/fold/foldEntry';
import { RowSet } from '../decide/fold/rowSet';
import { chainEntries } from '../decide/ledgerChain';
import { LedgerEntry } from '../model/ledger';
import { LockRow, WindowRow } from '../model/calendar';
import { pageOf } from '../model/paging';
import {
  ApprovalRow,
  DelegationRow,
  FreightAliasRow,
  FreightRow,
  FreightStageRow,
  KeyOf,
  ProjectRow,
  PromotionRow,
  ReviewRow,
  rowKey,
  StageRow,
  StepRow,
  Table,
} from '../model/rows';
import { Clock } from '../ports/runtime';
import {
  Commit,
  FreightQuery,
  Page,
  PromotionQuery,
  Store,
  WaitingQuery,
} from '../ports/store';
import { MemoryClaims, MemoryObservations } from './memoryObservations';
import {
  delegationsOf,
  freightPage,
  newestTerminal,
  openPromotions,
  openReviews,
  promotionPage,
  queuedPromotions,
} from './memoryQueries';
import { by, MemoryTables } from './memoryTables';
import { projectsByWaiting } from './projectsByWaiting';

/** The store of tests: everything a database does, in maps. */
export class MemoryStore extends MemoryObservations implements Store {
  readonly #tables = new MemoryTables();
  /** Entries as text, oldest first. */
  readonly #chains = new Map<string, string[]>();
  readonly #claims: MemoryClaims;

  constructor(clock: Clock) {
    super();
    this.#claims = new MemoryClaims(clock);
  }

  async commit(commit: Commit): Promise<LedgerEntry[]> {
    const { project } = commit;
    const decision = { ...commit, entries: asStored(commit.entries) };
    const rows = this.#tables.load(project, rowsNeeded(decision));
    applyDecision(rows, decision);
    const chained = chainEntries(
      project,
      this.#headOf(project),
      decision.entries,
    );
    this.#tables.write(project, rows);
    this.#chains.set(project, [
      ...this.#texts(project),
      ...chained.map(entry => JSON.stringify(entry)),
    ]);
    return chained;
  }

  async entries(
    project: string,
    { after = 0, limit }: { after?: number; limit: number },
  ): Promise<LedgerEntry[]> {
    return this.#texts(project)
      .slice(after, after + limit)
      .map(text => JSON.parse(text));
  }

  async history(
    project: string,
    {
      before = Infinity,
      limit,
      subject,
    }: { before?: number; limit: number; subject?: string },
  ): Promise<Page<LedgerEntry>> {
    const found = this.#texts(project)
      .map((text): LedgerEntry => JSON.parse(text))
      .filter(
        entry =>
          entry.seq < before &&
          (subject === undefined || entry.subject === subject),
      );
    return pageOf(found.reverse(), limit, entry => `${entry.seq}`);
  }

  async head(
    project: string,
  ): Promise<{ seq: number; hash: string } | undefined> {
    return this.#headOf(project);
  }

  async rebuild(project: string): Promise<void> {
    const rows = new RowSet();
    for (const text of this.#texts(project))
      foldEntry(rows, project, JSON.parse(text));
    this.#tables.drop(project);
    this.#tables.write(project, rows);
  }

  async project(project: string): Promise<ProjectRow | undefined> {
    return this.#tables.get(project, rowKey.project());
  }

  async projectOfEntity(entityRef: string): Promise<ProjectRow | undefined> {
    const found = this.#projects().filter(row => row.entityRef === entityRef);
    return found.find(row => !row.paused) ?? found[0];
  }

  async projects({
    after,
    limit,
  }: {
    after?: string;
    limit: number;
  }): Promise<Page<ProjectRow>> {
    const found = this.#projects().filter(
      row => after === undefined || row.project > after,
    );
    return pageOf(found, limit, row => row.project);
  }

  async stage(project: string, stage: string): Promise<StageRow | undefined> {
    return this.#row(project, rowKey.stage(stage));
  }

  async stages(project: string): Promise<StageRow[]> {
    return this.#tables.list(project, 'stages').sort(by(row => row.stage));
  }

  async freight(
    project: string,
    name: string,
  ): Promise<FreightRow | undefined> {
    return this.#row(project, rowKey.freight(name));
  }

  async freightAlias(
    project: string,
    alias: string,
  ): Promise<FreightAliasRow | undefined> {
    return this.#row(project, rowKey.freightAlias(alias));
  }

  async freightByAlias(
    project: string,
    alias: string,
  ): Promise<FreightRow | undefined> {
    const { freight } = (await this.freightAlias(project, alias)) ?? {};
    return freight === undefined ? undefined : this.freight(project, freight);
  }

  async freightPage(
    project: string,
    query: FreightQuery,
  ): Promise<Page<FreightRow>> {
    return freightPage(this.#tables.list(project, 'freight'), query);
  }

  async freightStages(
    project: string,
    freight: string[],
  ): Promise<FreightStageRow[]> {
    return this.#tables
      .list(project, 'freight_stages')
      .filter(row => freight.includes(row.freight))
      .sort(
        by(
          row => row.freight,
          row => row.stage,
        ),
      );
  }

  async promotion(
    project: string,
    name: string,
  ): Promise<PromotionRow | undefined> {
    return this.#row(project, rowKey.promotion(name));
  }

  async promotionPage(
    project: string,
    query: PromotionQuery,
  ): Promise<Page<PromotionRow>> {
    return promotionPage(this.#tables.list(project, 'promotions'), query);
  }

  async openPromotions(
    project: string,
    stage?: string,
  ): Promise<PromotionRow[]> {
    return openPromotions(this.#tables.list(project, 'promotions'), stage);
  }

  async newestTerminal(
    project: string,
    stage: string,
    freight: string,
  ): Promise<PromotionRow | undefined> {
    return newestTerminal(this.#tables.list(project, 'promotions'), {
      stage,
      freight,
    });
  }

  async steps(project: string, promotion: string): Promise<StepRow[]> {
    return this.#tables
      .list(project, 'steps')
      .filter(row => row.promotion === promotion)
      .sort(by(row => row.index));
  }

  async approvals(
    project: string,
    promotions: string[],
  ): Promise<ApprovalRow[]> {
    return this.#tables
      .list(project, 'approvals')
      .filter(row => promotions.includes(row.promotion))
      .sort(
        by(
          row => row.promotion,
          row => row.actor,
        ),
      );
  }

  async locks(project: string): Promise<LockRow[]> {
    return this.#tables
      .list(project, 'locks')
      .filter(row => !row.released)
      .sort(by(row => row.id));
  }

  lock(project: string, id: string): Promise<LockRow | undefined> {
    return Promise.resolve(this.#row(project, rowKey.lock(id)));
  }

  async windows(project: string): Promise<WindowRow[]> {
    return this.#tables
      .list(project, 'windows')
      .filter(row => !row.ended)
      .sort(by(row => row.id));
  }

  window(project: string, id: string): Promise<WindowRow | undefined> {
    return Promise.resolve(this.#row(project, rowKey.window(id)));
  }

  async projectsByWaiting(query: WaitingQuery) {
    return projectsByWaiting(this.#tables, query);
  }

  async queued(options: { after?: string; limit: number }) {
    return queuedPromotions(this.#tables, options);
  }

  async review(project: string, promotion: string) {
    return this.#row(project, rowKey.review(promotion));
  }

  async openReviews(project: string): Promise<ReviewRow[]> {
    return openReviews(this.#tables.list(project, 'reviews'));
  }

  async delegation(project: string, id: string) {
    return this.#row(project, rowKey.delegation(id));
  }

  async delegations(project: string, person: string): Promise<DelegationRow[]> {
    return delegationsOf(this.#tables.list(project, 'delegations'), person);
  }

  acquire(
    key: string,
    holder: string,
    ttlMs: number,
  ): Promise<number | undefined> {
    return this.#claims.acquire(key, holder, ttlMs);
  }

  release(key: string, holder: string): Promise<void> {
    return this.#claims.release(key, holder);
  }

  #row<T extends Table>(project: string, key: KeyOf<T>) {
    return this.#tables.get(project, key);
  }

  #projects(): ProjectRow[] {
    return this.#tables
      .projects()
      .flatMap(project => this.#tables.list(project, 'projects'))
      .sort(by(row => row.project));
  }

  #texts(project: string): string[] {
    return this.#chains.get(project) ?? [];
  }

  #headOf(project: string): { seq: number; hash: string } | undefined {
    const text = this.#texts(project).slice(-1)[0];
    if (text === undefined) return undefined;
    const { seq, hash }: LedgerEntry = JSON.parse(text);
    return { seq, hash };
  }
}
