import { Project, Subscription } from '../model/definition';
import { SourceContext, Sources } from '../registry/source';

/** A filter that lets nothing through of what a remote has now, or a remote that could not be asked. */
export interface Unmatched {
  warehouse: string;
  /** Path in the Warehouse. */
  path: (string | number)[];
  message: string;
  cure: string;
}

export interface UnmatchedTools {
  sources: Sources;
  context: SourceContext;
}

interface Place extends UnmatchedTools {
  kind: Kind;
  config: Config;
  path: Unmatched['path'];
}

type Kind = keyof Sources;
type Config = Record<string, unknown> & { repoURL: string };
type Said = Omit<Unmatched, 'warehouse'>;

/** What a subscription can do without, and what it is then. */
const FILTERS: Record<Kind, Record<string, unknown>> = {
  image: {
    allowTagsRegexes: [],
    ignoreTagsRegexes: [],
    constraint: undefined,
    strictSemvers: false,
    platform: undefined,
  },
  git: {
    allowTagsRegexes: [],
    ignoreTagsRegexes: [],
    semverConstraint: undefined,
    strictSemvers: false,
    includePaths: [],
    excludePaths: [],
    expressionFilter: undefined,
    since: undefined,
  },
  chart: { semverConstraint: undefined },
};

/** Lists of which each entry lets something through by itself. */
const PATTERNS = ['allowTagsRegexes', 'includePaths'];

/** Asks every remote of a project what it has, and says which filters fit nothing of it. Never throws. */
export async function findUnmatched(
  project: Project,
  tools: UnmatchedTools,
): Promise<Unmatched[]> {
  const found: Unmatched[] = [];
  for (const { name, subscriptions } of project.warehouses)
    for (const [index, subscription] of subscriptions.entries()) {
      const place = placeOf(subscription, index, tools);
      const said = await unmatchedIn(place).catch((error: Error): Said[] => [
        {
          path: place.path,
          message: `${place.config.repoURL} could not be asked: ${error.message}`,
          cure: 'Try it again where it can be reached, without credentials.',
        },
      ]);
      found.push(...said.map(each => ({ warehouse: name, ...each })));
    }
  return found;
}

function placeOf(
  subscription: Subscription,
  index: number,
  tools: UnmatchedTools,
): Place {
  const [kind] = (['git', 'image', 'chart'] as const).filter(
    each => each in subscription,
  );
  const config = (subscription as unknown as Record<Kind, Config>)[kind];
  return {
    ...tools,
    kind,
    config,
    path: ['spec', 'subscriptions', index, kind],
  };
}

async function unmatchedIn(place: Place): Promise<Said[]> {
  const { config, kind, path } = place;
  if (await finds(place, {})) return unmatchedPatterns(place);
  const { repoURL } = config;
  for (const [field, without] of Object.entries(FILTERS[kind])) {
    if (isSame(config[field], without)) continue;
    if (!(await finds(place, { [field]: without }))) continue;
    return [
      {
        path: [...path, field],
        message: `Nothing of ${repoURL} fits; without ${field} something would.`,
        cure: `Change ${field}, or let there be something that it fits.`,
      },
    ];
  }
  return [
    {
      path,
      message: `Nothing of ${repoURL} fits the subscription.`,
      cure: 'Change its filters or its strategy, or let there be something that they fit.',
    },
  ];
}

async function unmatchedPatterns(place: Place): Promise<Said[]> {
  const said: Said[] = [];
  for (const field of PATTERNS) {
    const patterns = place.config[field];
    if (!Array.isArray(patterns) || patterns.length < 2) continue;
    for (const [index, pattern] of patterns.entries())
      if (!(await finds(place, { [field]: [pattern] })))
        said.push({
          path: [...place.path, field, index],
          message: `${pattern} fits nothing of ${place.config.repoURL}.`,
          cure: 'Change it, or leave it out.',
        });
  }
  return said;
}

async function finds(
  { sources, context, kind, config }: Place,
  change: Record<string, unknown>,
): Promise<boolean> {
  const source = sources[kind] as Sources['chart'];
  const asked = { ...config, ...change, discoveryLimit: 1 };
  const found = await source.discover(asked as never, context);
  return found.length > 0;
}

const isSame = (value: unknown, without: unknown) =>
  JSON.stringify(value) === JSON.stringify(without);
