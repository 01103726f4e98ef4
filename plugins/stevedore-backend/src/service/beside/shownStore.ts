import { RunnerView } from '@stevedore/plugin-stevedore-node';
import {
  freightCursor,
  freightSearchText,
  FreightQuery,
  FreightRow,
  isTerminal,
  originKey,
  pageOf,
  promotionOrder,
  PromotionQuery,
  PromotionRow,
  Store,
} from '@stevedore/promotion-engine';
import { mergedHistory } from './mergedHistory';

/**
 * The store of one project that something else runs: rows are what its runner shows at one moment, and what only this
 * portal keeps (ledger, definition, links) is its own. What the engine would keep and nobody runs here is not there.
 */
export function shownStore(store: Store, view: RunnerView): Store {
  const shown: Partial<Store> = {
    ...freightOf(view),
    ...promotionsOf(view),
    ...NOT_HERE,
    stage: async (_, name) => view.stages.find(each => each.stage === name),
    stages: async () => view.stages,
    discovery: async (_, warehouse) => view.discoveries.get(warehouse),
    history: (project, query) => mergedHistory(store, view, { project, query }),
  };
  return new Proxy(store, {
    get(target, key) {
      const value = Reflect.get(key in shown ? shown : target, key);
      // methods of the store know nothing of this
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

/** Approvals, locks, plans and what else only the engine has. */
const NOT_HERE = {
  approvals: async () => [],
  review: async () => undefined,
  openReviews: async () => [],
  locks: async () => [],
  windows: async () => [],
  plan: async () => undefined,
  logs: async () => ({ items: [] }),
  measurements: async () => [],
  metricFacts: async () => [],
} satisfies Partial<Store>;

function freightOf({ freight, freightStages }: RunnerView) {
  const ordered = [...freight].sort(newestFirst(freightCursor.of));
  return {
    freight: async (_: string, name: string) =>
      freight.find(each => each.name === name),
    freightByAlias: async (_: string, alias: string) =>
      freight.find(each => each.alias === alias),
    freightStages: async (_: string, names: string[]) =>
      freightStages.filter(each => names.includes(each.freight)),
    freightPage: async (_: string, { after, limit, ...query }: FreightQuery) =>
      pageOf(
        ordered.filter(row => isAfter(row, after) && isWanted(row, query)),
        limit,
        freightCursor.of,
      ),
  } satisfies Partial<Store>;
}

const isAfter = (row: FreightRow, after: string | undefined) =>
  after === undefined || freightCursor.of(row) < after;

function isWanted(
  row: FreightRow,
  { origin, search }: Pick<FreightQuery, 'origin' | 'search'>,
): boolean {
  if (origin !== undefined && originKey(row.origin) !== origin) return false;
  if (!search) return true;
  const text = search.toLowerCase();
  return row.name.startsWith(text) || freightSearchText(row).includes(text);
}

function promotionsOf({ promotions, steps }: RunnerView) {
  const ordered = [...promotions].sort(newestFirst(orderOf));
  const open = ordered.filter(({ phase }) => !isTerminal(phase)).reverse();
  return {
    promotion: async (_: string, name: string) =>
      promotions.find(each => each.name === name),
    openPromotions: async (_: string, stage?: string) =>
      open.filter(each => stage === undefined || each.stage === stage),
    newestTerminal: async (_: string, stage: string, freight: string) =>
      ordered.find(
        each =>
          isTerminal(each.phase) &&
          each.stage === stage &&
          each.freight.name === freight,
      ),
    promotionPage: async (
      _: string,
      { after, limit, stage, freight, phases }: PromotionQuery,
    ) =>
      pageOf(
        ordered.filter(
          each =>
            (after === undefined || orderOf(each) < after) &&
            (stage === undefined || each.stage === stage) &&
            (freight === undefined || each.freight.name === freight) &&
            (phases === undefined || phases.includes(each.phase)),
        ),
        limit,
        orderOf,
      ),
    steps: async (_: string, promotion: string) => steps.get(promotion) ?? [],
  } satisfies Partial<Store>;
}

/** By the time in the name, as everywhere; then the name, for those of one moment. */
const orderOf = ({ name }: PromotionRow) => `${promotionOrder(name)} ${name}`;

const newestFirst =
  <T>(keyOf: (row: T) => string) =>
  (a: T, b: T) =>
    keyOf(a) < keyOf(b) ? 1 : -1;
