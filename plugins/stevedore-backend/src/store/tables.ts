import {
  freightSearchText,
  isTerminal,
  originKey,
  promotionOrder,
  Rows,
  Table,
} from '@stevedore/promotion-engine';

export const LEDGER = 'stevedore_ledger';
export const HEADS = 'stevedore_ledger_heads';
export const DISCOVERIES = 'stevedore_discoveries';
export const SUBSCRIPTIONS = 'stevedore_subscriptions';
export const ENTITY_LINKS = 'stevedore_entity_links';
export const PLANS = 'stevedore_plans';
export const LOGS = 'stevedore_logs';
export const MEASUREMENTS = 'stevedore_measurements';
export const METRIC_FACTS = 'stevedore_metric_facts';
export const CLAIMS = 'stevedore_claims';

type Value = boolean | number | string;

/** How the rows of a projection lie in their table, beside project, version and doc. */
interface Projection<T extends Table> {
  name: string;
  /** Columns that, after `project`, are the primary key. */
  key: string[];
  /** Values of those, out of the key of a row. */
  parse(key: string): Value[];
  columns(row: Rows[T]): Record<string, Value>;
}

const cut = (key: string, at: number): [string, string] => [
  key.slice(0, at),
  key.slice(at + 1),
];

export const PROJECTIONS: { [T in Table]: Projection<T> } = {
  projects: {
    name: 'stevedore_projects',
    key: [],
    parse: () => [],
    columns: row => ({ entity_ref: row.entityRef }),
  },
  freight: {
    name: 'stevedore_freight',
    key: ['name'],
    parse: key => [key],
    columns: row => ({
      name: row.name,
      discovered_at: row.discoveredAt,
      origin: originKey(row.origin),
      search: freightSearchText(row),
    }),
  },
  freight_aliases: {
    name: 'stevedore_freight_aliases',
    key: ['alias'],
    parse: key => [key],
    columns: row => ({ alias: row.alias }),
  },
  freight_stages: {
    name: 'stevedore_freight_stages',
    key: ['freight', 'stage'],
    parse: key => cut(key, key.indexOf('/')),
    columns: row => ({ freight: row.freight, stage: row.stage }),
  },
  stages: {
    name: 'stevedore_stages',
    key: ['stage'],
    parse: key => [key],
    columns: row => ({ stage: row.stage }),
  },
  promotions: {
    name: 'stevedore_promotions',
    key: ['name'],
    parse: key => [key],
    columns: row => ({
      name: row.name,
      ordinal: promotionOrder(row.name),
      stage: row.stage,
      freight: row.freight.name,
      phase: row.phase,
      open: !isTerminal(row.phase),
    }),
  },
  steps: {
    name: 'stevedore_steps',
    key: ['promotion', 'step'],
    parse: key => {
      const [promotion, step] = cut(key, key.lastIndexOf('/'));
      return [promotion, Number(step)];
    },
    columns: row => ({ promotion: row.promotion, step: row.index }),
  },
  approvals: {
    name: 'stevedore_approvals',
    key: ['promotion', 'actor'],
    parse: key => cut(key, key.indexOf('/')),
    columns: row => ({ promotion: row.promotion, actor: row.actor }),
  },
  reviews: {
    name: 'stevedore_reviews',
    key: ['promotion'],
    parse: key => [key],
    columns: row => ({
      promotion: row.promotion,
      opened_at: row.openedAt,
      open: row.closed === undefined,
    }),
  },
  delegations: {
    name: 'stevedore_delegations',
    key: ['id'],
    parse: key => [key],
    columns: row => ({
      id: row.id,
      delegator: row.delegator,
      delegate: row.delegate,
      open: row.endedAt === undefined,
    }),
  },
  locks: {
    name: 'stevedore_locks',
    key: ['id'],
    parse: key => [key],
    columns: row => ({ id: row.id, open: !row.released }),
  },
  windows: {
    name: 'stevedore_windows',
    key: ['id'],
    parse: key => [key],
    columns: row => ({ id: row.id, open: !row.ended }),
  },
};

/** A row as it is read: only its JSON counts, the other columns are there to find it. */
export interface Doc {
  doc: string;
}

export function parsed<R>(found: Doc | undefined): R | undefined {
  return found && JSON.parse(found.doc);
}

export function allParsed<R>(found: Doc[]): R[] {
  return found.map(({ doc }) => JSON.parse(doc));
}
