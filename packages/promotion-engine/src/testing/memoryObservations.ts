import { pageOf } from '../model/paging';
import { Plan } from '../model/promotion';
import { MetricFact } from '../model/testResult';
import { Measurement } from '../model/verification';
import { Clock } from '../ports/runtime';
import {
  Claims,
  Discovery,
  EntityLink,
  LogLine,
  Observations,
  Page,
  Subscriber,
} from '../ports/store';
import { by } from './memoryTables';

const copy = <T>(value: T): T =>
  value === undefined ? value : JSON.parse(JSON.stringify(value));
const id = (...parts: string[]) => JSON.stringify(parts);

const subscriberCursor = (of: { project: string; warehouse: string }) =>
  `${of.project}/${of.warehouse}`;

export class MemoryObservations implements Observations {
  readonly #discoveries = new Map<string, Discovery>();
  readonly #subscriptions = new Map<string, Subscriber[]>();
  readonly #links = new Map<string, EntityLink>();
  readonly #plans = new Map<string, Plan>();
  readonly #logs = new Map<string, (LogLine & { id: string })[]>();
  readonly #measurements = new Map<string, Measurement[]>();
  readonly #metrics = new Map<string, Record<string, MetricFact>>();
  #lines = 0;

  async discovery(
    project: string,
    warehouse: string,
  ): Promise<Discovery | undefined> {
    return copy(this.#discoveries.get(id(project, warehouse)));
  }

  async saveDiscovery(
    project: string,
    warehouse: string,
    discovery: Discovery,
  ): Promise<void> {
    this.#discoveries.set(id(project, warehouse), copy(discovery));
  }

  async saveSubscriptions(
    project: string,
    subscriptions: Subscriber[],
  ): Promise<void> {
    this.#subscriptions.set(project, copy(subscriptions));
  }

  async subscribers(
    source: string,
    { after = '', limit }: { after?: string; limit: number },
  ): Promise<Page<{ project: string; warehouse: string }>> {
    const found = [...this.#subscriptions]
      .flatMap(([project, all]) =>
        all
          .filter(each => each.source === source)
          .map(({ warehouse }) => ({ project, warehouse })),
      )
      .filter(each => subscriberCursor(each) > after)
      .sort(
        by(
          each => each.project,
          each => each.warehouse,
        ),
      );
    return pageOf(found, limit, subscriberCursor);
  }

  async saveEntityLink(link: EntityLink): Promise<void> {
    this.#links.set(link.entityRef, copy(link));
  }

  async dropEntityLink(entityRef: string): Promise<void> {
    this.#links.delete(entityRef);
  }

  async entityLink(entityRef: string): Promise<EntityLink | undefined> {
    return copy(this.#links.get(entityRef));
  }

  async entityLinks({
    after = '',
    limit,
  }: {
    after?: string;
    limit: number;
  }): Promise<Page<EntityLink>> {
    const found = [...this.#links.values()]
      .filter(link => link.entityRef > after)
      .sort(by(link => link.entityRef));
    return pageOf(copy(found), limit, link => link.entityRef);
  }

  async plan(project: string, promotion: string): Promise<Plan | undefined> {
    return copy(this.#plans.get(id(project, promotion)));
  }

  async savePlan(project: string, plan: Plan): Promise<void> {
    this.#plans.set(id(project, plan.promotion), copy(plan));
  }

  async appendLog(
    project: string,
    promotion: string,
    ...lines: LogLine[]
  ): Promise<void> {
    const key = id(project, promotion);
    const added = lines.map(line => {
      this.#lines += 1;
      return { ...copy(line), id: `${this.#lines}` };
    });
    this.#logs.set(key, [...(this.#logs.get(key) ?? []), ...added]);
  }

  async logs(
    project: string,
    promotion: string,
    options: { after?: string; limit: number },
  ): Promise<Page<LogLine & { id: string }>> {
    const lines = this.#logs.get(id(project, promotion)) ?? [];
    const found = lines.filter(
      line => Number(line.id) > Number(options.after ?? 0),
    );
    return pageOf(copy(found), options.limit, line => line.id);
  }

  async addMeasurement(
    project: string,
    verification: string,
    measurement: Measurement,
  ): Promise<void> {
    const key = id(project, verification);
    this.#measurements.set(key, [
      ...(this.#measurements.get(key) ?? []),
      copy(measurement),
    ]);
  }

  async measurements(
    project: string,
    verification: string,
  ): Promise<Measurement[]> {
    return copy(this.#measurements.get(id(project, verification)) ?? []);
  }

  async metricFacts(project: string, stage: string): Promise<MetricFact[]> {
    const facts = this.#metrics.get(id(project, stage)) ?? {};
    return copy(Object.values(facts)).sort(by(fact => fact.template));
  }

  async saveMetricFact(
    project: string,
    stage: string,
    fact: MetricFact,
  ): Promise<void> {
    const key = id(project, stage);
    const before = this.#metrics.get(key);
    this.#metrics.set(key, { ...before, [fact.template]: copy(fact) });
  }
}

export class MemoryClaims implements Claims {
  readonly #clock: Clock;
  readonly #claims = new Map<
    string,
    { holder?: string; fence: number; until: number }
  >();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  async acquire(
    key: string,
    holder: string,
    ttlMs: number,
  ): Promise<number | undefined> {
    const now = this.#clock.now();
    const claim = this.#claims.get(key) ?? { fence: 0, until: 0 };
    const live = claim.holder !== undefined && claim.until > now;
    if (live && claim.holder !== holder) return undefined;
    const fence = live ? claim.fence : claim.fence + 1;
    this.#claims.set(key, { holder, fence, until: now + ttlMs });
    return fence;
  }

  async release(key: string, holder: string): Promise<void> {
    const claim = this.#claims.get(key);
    if (claim?.holder === holder)
      this.#claims.set(key, { fence: claim.fence, until: 0 });
  }
}
