import {
  Discovered,
  DiscoveredCharts,
  DiscoveredCommits,
  DiscoveredImages,
} from '../../model/discovery';

/** One subscription's list cut down to one version. */
type Step = (from: Discovered) => Discovered;

/**
 * Every state between the last discovery and this one, oldest first; the last is this one. Each of them has one more
 * version than the state before: first the new ones of the first subscription, then those of the next. Without a last
 * discovery of the same subscriptions it is this one alone, for nobody wants freight of all the past.
 */
export function versionsSince(
  previous: Discovered | undefined,
  current: Discovered,
): Discovered[] {
  if (!previous || !sameSubscriptions(previous, current)) return [current];
  const steps: Step[] = [
    ...current.git.flatMap((now, index) =>
      commitSteps(previous.git[index], now, index),
    ),
    ...current.images.flatMap((now, index) =>
      imageSteps(previous.images[index], now, index),
    ),
    ...current.charts.flatMap((now, index) =>
      chartSteps(previous.charts[index], now, index),
    ),
  ];
  const states: Discovered[] = [];
  let state = previous;
  for (const step of steps) {
    state = step(state);
    states.push(state);
  }
  return states.length === 0 ? [current] : [...states.slice(0, -1), current];
}

const textOf = (
  where: DiscoveredCommits | DiscoveredImages | DiscoveredCharts,
) =>
  JSON.stringify([
    where.repoURL,
    where.subscriptionName,
    'versions' in where ? where.name : '',
  ]);

function sameSubscriptions(a: Discovered, b: Discovered): boolean {
  return (['git', 'images', 'charts'] as const).every(kind => {
    const [left, right] = [a[kind].map(textOf), b[kind].map(textOf)];
    return left.join('\n') === right.join('\n');
  });
}

/** Versions better than the best of before that were not there then, worst first. */
function added<T>(
  before: readonly T[],
  now: readonly T[],
  id: (item: T) => string,
): T[] {
  if (before.length === 0) return now.slice(0, 1);
  const known = new Set(before.map(id));
  const end = now.findIndex(item => id(item) === id(before[0]));
  const better = end < 0 ? now : now.slice(0, end);
  return better.filter(item => !known.has(id(item))).reverse();
}

function commitSteps(
  before: DiscoveredCommits,
  now: DiscoveredCommits,
  index: number,
): Step[] {
  return added(
    before.commits,
    now.commits,
    ({ id, tag = '' }) => `${tag} ${id}`,
  ).map(commit => from => ({
    ...from,
    git: from.git.with(index, { ...now, commits: [commit] }),
  }));
}

function imageSteps(
  before: DiscoveredImages,
  now: DiscoveredImages,
  index: number,
): Step[] {
  return added(
    before.references,
    now.references,
    ({ tag, digest }) => `${tag}@${digest}`,
  ).map(reference => from => ({
    ...from,
    images: from.images.with(index, { ...now, references: [reference] }),
  }));
}

function chartSteps(
  before: DiscoveredCharts,
  now: DiscoveredCharts,
  index: number,
): Step[] {
  return added(before.versions, now.versions, version => version).map(
    version => from => ({
      ...from,
      charts: from.charts.with(index, { ...now, versions: [version] }),
    }),
  );
}
