/** What the gates are asked about besides. */
export interface Supposed {
  /** Name or alias of freight. */
  ifFreight?: string;
  /** ISO 8601; absent: now. */
  at?: string;
}

/** What is open beside the page. */
export type Drawer =
  | ({ kind: 'plan'; stage: string; freight: string } & Supposed)
  | { kind: 'rollback'; stage: string; freight: string }
  | { kind: 'promotion'; promotion: string; step?: string }
  | ({ kind: 'stage'; stage: string } & Supposed)
  | { kind: 'freight'; freight: string }
  | { kind: 'compare'; from: string; to: string }
  | { kind: 'warehouse'; of: string }
  | { kind: 'history'; stage?: string }
  | { kind: 'calendar'; stage?: string };

export type PipelineView = 'graph' | 'list';
export type DiffView = 'unified' | 'split';

/** Everything of the page that has an address. What is absent is the default. */
export interface UrlState {
  drawer?: Drawer;
  view?: PipelineView;
  diff?: DiffView;
  /** Text that freight is searched by. */
  search?: string;
  /** Name of a warehouse. */
  warehouse?: string;
  /** Only freight that was never in this stage. */
  notIn?: string;
  /** Only components that the reader owns. */
  mine?: 'yes';
  /** Only components in which something waits. */
  waiting?: 'yes';
  /** Ids of groups of parallel stages, joined by commas. */
  folded?: string;
  unfolded?: string;
}

const DRAWER_FIELDS = [
  'stage',
  'freight',
  'promotion',
  'step',
  'of',
  'from',
  'to',
  'ifFreight',
  'at',
] as const;
const PLAIN_FIELDS = [
  'view',
  'diff',
  'search',
  'warehouse',
  'notIn',
  'mine',
  'waiting',
  'folded',
  'unfolded',
] as const;

/** What the address says; parameters that make no sense are as if they were not there. */
export function readUrlState(params: URLSearchParams): UrlState {
  const get = (name: string) => params.get(name) || undefined;
  return withoutAbsent({
    drawer: readDrawer(get),
    view: oneOf(get('view'), ['graph', 'list'] as const),
    diff: oneOf(get('diff'), ['unified', 'split'] as const),
    search: get('search'),
    warehouse: get('warehouse'),
    notIn: get('notIn'),
    mine: oneOf(get('mine'), ['yes'] as const),
    waiting: oneOf(get('waiting'), ['yes'] as const),
    folded: get('folded'),
    unfolded: get('unfolded'),
  });
}

/** The parameters with this state; those of others stay as they are. */
export function writeUrlState(
  params: URLSearchParams,
  state: UrlState,
): URLSearchParams {
  const next = new URLSearchParams(params);
  const { drawer, ...plain } = state;
  const { kind, ...fields } = drawer ?? { kind: undefined };
  put(next, 'drawer', kind);
  for (const name of DRAWER_FIELDS)
    put(next, name, (fields as Record<string, string | undefined>)[name]);
  for (const name of PLAIN_FIELDS) put(next, name, plain[name]);
  return next;
}

function readDrawer(
  get: (name: string) => string | undefined,
): Drawer | undefined {
  const [stage, freight, promotion, of, from, to] = [
    get('stage'),
    get('freight'),
    get('promotion'),
    get('of'),
    get('from'),
    get('to'),
  ];
  const supposed = { ifFreight: get('ifFreight'), at: get('at') };
  switch (get('drawer')) {
    case 'plan':
      return stage && freight
        ? withoutAbsent<Drawer>({ kind: 'plan', stage, freight, ...supposed })
        : undefined;
    case 'rollback':
      return stage && freight
        ? { kind: 'rollback', stage, freight }
        : undefined;
    case 'promotion':
      return promotion
        ? withoutAbsent<Drawer>({
            kind: 'promotion',
            promotion,
            step: get('step'),
          })
        : undefined;
    case 'stage':
      return stage
        ? withoutAbsent<Drawer>({ kind: 'stage', stage, ...supposed })
        : undefined;
    case 'freight':
      return freight ? { kind: 'freight', freight } : undefined;
    case 'compare':
      return from && to ? { kind: 'compare', from, to } : undefined;
    case 'warehouse':
      return of ? { kind: 'warehouse', of } : undefined;
    case 'history':
      return withoutAbsent<Drawer>({ kind: 'history', stage });
    case 'calendar':
      return withoutAbsent<Drawer>({ kind: 'calendar', stage });
    default:
      return undefined;
  }
}

function put(params: URLSearchParams, name: string, value?: string) {
  if (value) params.set(name, value);
  else params.delete(name);
}

function oneOf<T extends string>(
  value: string | undefined,
  allowed: readonly T[],
): T | undefined {
  return allowed.find(each => each === value);
}

function withoutAbsent<T extends object>(value: T): T {
  return Object.fromEntries(
    Object.entries(value).filter(([, each]) => each !== undefined),
  ) as T;
}
