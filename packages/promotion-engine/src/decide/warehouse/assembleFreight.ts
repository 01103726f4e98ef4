import { Artifacts, Chart, GitCommit, Image } from '../../model/artifacts';
import {
  ChartSubscription,
  Subscription,
  Warehouse,
} from '../../model/definition';
import { Discovered } from '../../model/discovery';
import { normalizeChart, normalizeGit } from '../../model/urls';

/** What a person chose, and what it can be completed from. */
export interface Choice {
  /** At most one for each subscription. */
  chosen: Partial<Artifacts>;
  /** Where nothing is chosen: what other freight holds (a clone of it). */
  base?: Artifacts;
  /** What the warehouse found: completes digests, annotations and messages. */
  discovered?: Partial<Discovered>;
}

export type Assembly = { artifacts: Artifacts } | { problem: string };

/**
 * Freight that a person puts together: exactly one artifact for each subscription of the warehouse and none besides
 * (Kargo: the admission of Freight). A subscription's name is filled in, so that the same artifacts have the same
 * identity, whoever made them freight.
 */
export function assembleFreight(
  warehouse: Pick<Warehouse, 'name' | 'subscriptions'>,
  choice: Choice,
): Assembly {
  const { chosen } = choice;
  const artifacts: Artifacts = {
    commits: [],
    images: [],
    charts: [],
    artifacts: chosen.artifacts ?? [],
  };
  const used = new Set<unknown>();
  for (const subscription of warehouse.subscriptions) {
    const found = chooseFor(subscription, choice, used);
    if ('problem' in found) return found;
    if ('commit' in found) artifacts.commits.push(found.commit);
    else if ('image' in found) artifacts.images.push(found.image);
    else artifacts.charts.push(found.chart);
  }
  const extra = [
    ...(chosen.commits ?? []),
    ...(chosen.images ?? []),
    ...(chosen.charts ?? []),
  ].find(each => !used.has(each));
  if (extra)
    return {
      problem: `warehouse ${warehouse.name} does not subscribe to ${extra.repoURL}; leave it out, or add a subscription`,
    };
  return { artifacts };
}

type Found =
  | { commit: GitCommit }
  | { image: Image }
  | { chart: Chart }
  | { problem: string };

function chooseFor(
  subscription: Subscription,
  choice: Choice,
  used: Set<unknown>,
): Found {
  if ('git' in subscription) {
    const { repoURL, branch } = subscription.git;
    const wanted = normalizeGit(repoURL);
    const one = pick<GitCommit>(subscription, {
      what: repoURL,
      chosen: choice.chosen.commits,
      base: choice.base?.commits,
      fits: each => normalizeGit(each.repoURL) === wanted,
      used,
    });
    return 'problem' in one
      ? one
      : completeCommit({ branch, ...one.artifact }, choice);
  }
  if ('image' in subscription) {
    const { repoURL } = subscription.image;
    const one = pick<Image>(subscription, {
      what: repoURL,
      chosen: choice.chosen.images,
      base: choice.base?.images,
      fits: each => each.repoURL === repoURL,
      used,
    });
    return 'problem' in one ? one : completeImage(one.artifact, choice);
  }
  const { chart } = subscription;
  const one = pick<Chart>(subscription, {
    what: [chart.repoURL, chart.name].filter(Boolean).join(' '),
    chosen: choice.chosen.charts,
    base: choice.base?.charts,
    fits: each => isChart(each, chart),
    used,
  });
  if ('problem' in one) return one;
  return one.artifact.version
    ? { chart: one.artifact }
    : { problem: `the version of ${chart.repoURL} is missing` };
}

function isChart(chosen: Chart, { repoURL, name }: ChartSubscription): boolean {
  return (
    normalizeChart(chosen.repoURL) === normalizeChart(repoURL) &&
    (chosen.name ?? '') === (name ?? '')
  );
}

function pick<T extends { subscriptionName?: string }>(
  { name }: Subscription,
  from: {
    what: string;
    chosen?: T[];
    base?: T[];
    fits(each: T): boolean;
    used: Set<unknown>;
  },
): { artifact: T } | { problem: string } {
  const { what, fits, used } = from;
  const chosen = (from.chosen ?? []).filter(fits);
  if (chosen.length > 1)
    return { problem: `${what} is chosen ${chosen.length} times; choose one` };
  const [artifact] =
    chosen.length === 1 ? chosen : from.base?.filter(fits) ?? [];
  if (!artifact) return { problem: `nothing is chosen of ${what}; choose one` };
  used.add(artifact);
  const { subscriptionName } = artifact;
  if (subscriptionName && subscriptionName !== name)
    return {
      problem: `the subscription to ${what} is ${
        name ? `named ${name}` : 'without a name'
      }, not ${subscriptionName}`,
    };
  return { artifact: { ...artifact, subscriptionName: name } };
}

function completeCommit(commit: GitCommit, { discovered }: Choice): Found {
  const wanted = normalizeGit(commit.repoURL);
  const known = discovered?.git
    ?.filter(each => normalizeGit(each.repoURL) === wanted)
    .flatMap(each => each.commits)
    .find(each => each.id === commit.id && each.tag === commit.tag);
  if (!/^[0-9a-f]{40}([0-9a-f]{24})?$/.test(commit.id ?? ''))
    return {
      problem: `"${commit.id ?? ''}" is no full commit id of ${commit.repoURL}`,
    };
  const { message, author, committer } = commit;
  return {
    commit: {
      ...commit,
      message: message ?? known?.subject,
      author: author ?? known?.author,
      committer: committer ?? known?.committer,
    },
  };
}

function completeImage(image: Image, { discovered }: Choice): Found {
  const { repoURL, tag, digest } = image;
  const known = discovered?.images
    ?.filter(each => each.repoURL === repoURL)
    .flatMap(each => each.references)
    .find(each => each.tag === tag && (!digest || each.digest === digest));
  const full = digest || known?.digest;
  if (!tag || !full)
    return {
      problem: `the ${
        tag ? `digest of ${repoURL}:${tag}` : `tag of ${repoURL}`
      } is missing`,
    };
  return {
    image: {
      ...image,
      digest: full,
      annotations: image.annotations ?? known?.annotations,
    },
  };
}
