import { normalizeChart, normalizeGit } from '../../model/urls';
import { DriftSide, GitPlace, RunningFacts, RunningRevision } from './drift';
import {
  referenceVersion,
  sameVersion,
  seenText,
  Target,
  Version,
} from './version';

const UNWATCHED: DriftSide = {
  status: 'none',
  reason: 'nothing that runs is watched',
};

interface Seen {
  what: string;
  images: string[];
  revisions: RunningRevision[];
}

/** What runs of one artifact; a part of what is watched never stands for all of it. */
export function sideInCluster(
  running: RunningFacts[],
  target: Target,
): DriftSide {
  if (running.length === 0) return UNWATCHED;
  const unseen = unseenOf(running, target.kind);
  const seen = running.filter(each => each.status === 'seen');
  const found = seen.flatMap(each =>
    versionsOf(each, target).map(version => ({ version, what: each.what })),
  );
  const value = joined(
    found.map(({ version }) => seenText(version, target.version)),
  );
  const others = found.filter(
    ({ version }) => sameVersion(version, target.version) === false,
  );
  if (others.length > 0)
    return {
      status: 'differs',
      value,
      reason: [...new Set(others.map(({ what }) => what))].join(' and '),
    };
  if (unseen) return { status: 'unknown', value, reason: unseen.reason };
  if (found.length === 0) return unnamed(seen, target);
  return found.some(
    ({ version }) => sameVersion(version, target.version) === undefined,
  )
    ? {
        status: 'unknown',
        value,
        reason: 'it is named in another way than in the freight',
      }
    : { status: 'same', value };
}

function unseenOf(running: RunningFacts[], kind: Target['kind']) {
  const unseen = running.filter(each => each.status === 'unseen');
  return unseen.find(
    ({ about }) => !about || about.some(each => each === kind),
  );
}

const joined = (texts: string[]): string | undefined =>
  [...new Set(texts)].sort().join(' and ') || undefined;

function unnamed(seen: Seen[], { kind }: Target): DriftSide {
  const says = seen.some(({ images }) => images.length > 0);
  return kind === 'image' && says
    ? { status: 'unknown', reason: 'it is not among the images that run' }
    : { status: 'none', reason: 'what is watched does not say it' };
}

function versionsOf({ images, revisions }: Seen, target: Target): Version[] {
  if (target.kind === 'image')
    return images.flatMap(each => referenceVersion(each, target) ?? []);
  return revisions.flatMap(({ repoURL, chart, revision }) => {
    if (repoURL === undefined)
      // a release names its chart, and not where that came from
      return target.kind === 'chart' && chart && isNamed(target, chart)
        ? { name: revision }
        : [];
    if (target.kind === 'commit')
      return !chart && normalizeGit(repoURL) === normalizeGit(target.repoURL)
        ? { name: commitOf(revision) ?? revision }
        : [];
    const at = normalizeChart(repoURL);
    const wanted = normalizeChart(target.repoURL);
    return (at === wanted && (!target.chart || target.chart === chart)) ||
      `${at}/${chart}` === wanted
      ? { name: revision.split('@')[0] }
      : [];
  });
}

const isNamed = ({ chart, repoURL }: Target, name: string): boolean =>
  chart ? chart === name : repoURL.endsWith(`/${name}`);

/** Flux writes `main@sha1:<commit>`, Argo CD the commit. */
export const commitOf = (revision: string): string | undefined =>
  /(?:^|[:@/])([0-9a-f]{40})$/.exec(revision)?.[1];

/** Whether what runs was made of the files that were promoted to a branch, whatever else the branch had by then. */
export function revisionInCluster(
  running: RunningFacts[],
  place: GitPlace,
): DriftSide {
  if (running.length === 0) return UNWATCHED;
  const unseen = unseenOf(running, 'commit');
  const all = running.flatMap(each =>
    each.status === 'seen' ? commitsOf(each, place) : [],
  );
  const value = joined(all.map(({ commit }) => commit.slice(0, 7)));
  const other = all.find(({ same }) => same === false);
  if (other) return { status: 'differs', value, reason: other.what };
  if (unseen) return { status: 'unknown', value, reason: unseen.reason };
  if (all.length === 0)
    return { status: 'none', reason: 'what is watched does not say it' };
  const lost = all.find(({ same }) => same === undefined);
  return lost
    ? {
        status: 'unknown',
        value,
        reason: `${lost.what} is at ${lost.commit.slice(
          0,
          7,
        )}, which the branch has not`,
      }
    : { status: 'same', value };
}

function commitsOf({ what, revisions }: Seen, place: GitPlace) {
  const { now, commit: promoted, repoURL } = place;
  const known = now.status === 'read' ? now.asPromoted : {};
  return revisions.flatMap(each => {
    const commit = commitOf(each.revision);
    if (!commit || each.chart) return [];
    const same = commit === promoted ? true : known[commit];
    const isIt =
      each.repoURL === undefined
        ? same !== undefined
        : normalizeGit(each.repoURL) === normalizeGit(repoURL);
    return isIt ? [{ what, commit, same }] : [];
  });
}
