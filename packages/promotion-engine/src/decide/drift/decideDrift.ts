import { plainAddress } from '../../model/unverified';
import {
  DriftFacts,
  DriftRow,
  DriftSide,
  DriftVerdict,
  GitPlace,
  RunningFacts,
} from './drift';
import { revisionInCluster, sideInCluster } from './sideInCluster';
import { sideInGit, sinceWhen } from './sideInGit';
import { Target, targetsOf, versionText } from './version';

/** Promoted, Git and running, side by side; what cannot be seen is unknown and never the same. */
export function decideDrift({
  promoted,
  git,
  running,
}: DriftFacts): DriftRow[] {
  return [
    ...targetsOf(promoted).map(target => artifactRow(target, git, running)),
    ...git.map(place => revisionRow(place, running)),
  ];
}

/** Which of several rows a stage is known by: the worst. */
export function worstDrift(rows: DriftRow[]): DriftVerdict {
  const order: DriftVerdict[] = ['gitDiffers', 'clusterDiffers', 'unknown'];
  return (
    order.find(each => rows.some(({ verdict }) => verdict === each)) ?? 'same'
  );
}

function artifactRow(
  target: Target,
  git: GitPlace[],
  running: RunningFacts[],
): DriftRow {
  return rowOf({
    kind: target.kind,
    name: target.chart ?? target.repoURL,
    promoted: versionText(target.version),
    git: sideInGit(git, target),
    running: sideInCluster(running, target),
  });
}

function revisionRow(place: GitPlace, running: RunningFacts[]): DriftRow {
  const { repoURL, branch, commit } = place;
  return rowOf({
    kind: 'revision',
    name: `${branch} of ${plainAddress(repoURL)}`,
    promoted: commit.slice(0, 7),
    git: revisionInGit(place),
    running: revisionInCluster(running, place),
  });
}

function revisionInGit({ now, commit }: GitPlace): DriftSide {
  if (now.status === 'unread') return { status: 'unknown', reason: now.reason };
  const value = now.head.slice(0, 7);
  const [first, ...more] = now.changed;
  if (!first) return { status: 'same', value };
  const rest = more.length > 0 ? ` and ${more.length} more` : '';
  const what = `${first.path}${rest} ${
    more.length > 0 ? 'differ' : 'differs'
  } from commit ${commit.slice(0, 7)}`;
  return {
    status: 'differs',
    value,
    reason: what,
    since: sinceWhen(first),
  };
}

function rowOf(row: Omit<DriftRow, 'verdict' | 'sentence'>): DriftRow {
  const verdict = verdictOf(row.git, row.running);
  return { ...row, verdict, sentence: sentenceOf(row, verdict) };
}

function verdictOf(git: DriftSide, running: DriftSide): DriftVerdict {
  const both = [git.status, running.status];
  if (git.status === 'differs') return 'gitDiffers';
  if (running.status === 'differs') return 'clusterDiffers';
  return both.includes('unknown') || !both.includes('same')
    ? 'unknown'
    : 'same';
}

function sentenceOf(
  row: Omit<DriftRow, 'verdict' | 'sentence'>,
  verdict: DriftVerdict,
): string {
  const { git, running, promoted } = row;
  switch (verdict) {
    case 'gitDiffers':
      return `${gitSays(row)}${alsoRuns(row)}; ${promoted} was promoted here.`;
    case 'clusterDiffers':
      return `${runs(row)}; ${promoted} was promoted here${
        git.status === 'same' ? ', and Git says so' : ''
      }.`;
    case 'unknown':
      return `${promoted} was promoted here; ${unknownPart(git, running)}.`;
    default:
      return `${promoted} was promoted here${knownPart(git, running)}.`;
  }
}

function gitSays({ kind, git }: Pick<DriftRow, 'git' | 'kind'>): string {
  const { value, reason, since = '' } = git;
  return kind === 'revision' || value === undefined
    ? `In Git ${reason}${since}`
    : `Git says ${value}${since}`;
}

function alsoRuns({
  git,
  running: { value },
  promoted,
}: Pick<DriftRow, 'git' | 'running' | 'promoted'>): string {
  if (value === undefined || value === promoted) return '';
  return value === git.value ? ', and that runs' : `; ${value} runs`;
}

function runs({
  kind,
  running: { value, reason },
}: Pick<DriftRow, 'kind' | 'running'>): string {
  if (kind === 'revision')
    return `${reason} is at ${value}, where the files are others`;
  return `${value} ${value?.includes(' and ') ? 'run' : 'runs'} in ${reason}`;
}

function unknownPart(git: DriftSide, running: DriftSide): string {
  if (git.status === 'unknown')
    return `what Git says now is not known: ${git.reason}`;
  if (running.status === 'unknown')
    return `what runs is not known: ${running.reason}`;
  return `${git.reason}, and ${running.reason}`;
}

function knownPart(git: DriftSide, running: DriftSide): string {
  if (git.status !== 'same') return `, and it runs; ${git.reason}`;
  return running.status === 'same'
    ? ', Git says it, and it runs'
    : `, and Git says it; ${running.reason}`;
}
