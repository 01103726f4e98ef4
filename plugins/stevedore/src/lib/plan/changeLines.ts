import {
  FreightChange,
  FreightSummary,
} from '@stevedore/plugin-stevedore-common';
import { count } from '../diff/diffWords';
import { shortSource, shortVersion } from '../words/names';

/** One artifact: from what to what. */
export interface VersionChange {
  source: string;
  from?: string;
  to?: string;
}

/** A commit that comes, or that goes when freight goes back. */
export interface CommitLine {
  freight: string;
  commit: string;
  title: string;
  author?: string;
}

/** Artifacts that the stage would have, beside those it has now. */
export function versionChanges({
  from,
  freight,
}: FreightChange): VersionChange[] {
  const here = from.flatMap(each => each.versions);
  const key = (each: { kind: string; source: string }) =>
    `${each.kind} ${each.source}`;
  const coming = freight.versions.map(to => {
    const was = here.find(each => key(each) === key(to));
    return {
      source: to.source,
      from: was && shortVersion(was.version),
      to: shortVersion(to.version),
    };
  });
  const gone = here.filter(
    was => !freight.versions.some(each => key(each) === key(was)),
  );
  return [
    ...coming,
    ...gone.map(was => ({
      source: was.source,
      from: shortVersion(was.version),
    })),
  ];
}

/** `goes back over 2 freight` … */
export function changeSentence({
  direction,
  between,
  more,
}: Pick<FreightChange, 'direction' | 'between' | 'more'>): string | undefined {
  const others = `${more ? 'more than ' : ''}${count(
    between.length,
    'other version',
  )}`;
  const lies = between.length === 1 && !more ? 'lies' : 'lie';
  switch (direction) {
    case 'first':
      return 'Nothing of this warehouse is here yet.';
    case 'same':
      return 'This is what is here already.';
    case 'back':
      return between.length > 0
        ? `This goes back to an older version; ${others} ${lies} between.`
        : 'This goes back to an older version.';
    default:
      return between.length > 0
        ? `${others} ${lies} between; what is in them comes too.`
        : undefined;
  }
}

/** Commits that come or go, newest first, each once. */
export function commitLines({
  direction,
  freight,
  from,
  between,
}: FreightChange): CommitLine[] {
  if (direction === 'same') return [];
  const newest = direction === 'back' ? from : [freight];
  const lines = [...newest, ...between].flatMap(commitsOf);
  const known = new Set(
    (direction === 'back' ? [freight] : from)
      .flatMap(commitsOf)
      .map(each => each.commit),
  );
  return lines.filter(
    ({ commit }, index) =>
      !known.has(commit) &&
      lines.findIndex(each => each.commit === commit) === index,
  );
}

/** A range of commits in one repository. */
export interface SourceLine {
  key: string;
  repository: string;
  /** `a1b2c3d…9f8e7d6`, or the one commit that is known. */
  range: string;
  /** What the link leads to. */
  words: string;
  url?: string;
}

/** Where the commits lie that freight holds, or that its images say they were made from. */
export function sourceLines({ sources = [] }: FreightChange): SourceLine[] {
  return sources.map(({ repoURL, older, newer, url }) => ({
    key: `${repoURL} ${newer}`,
    repository: shortSource(repoURL),
    range: [older, newer].flatMap(each => each?.slice(0, 7) ?? []).join('…'),
    words: older ? 'all commits between' : 'the commit',
    url,
  }));
}

function commitsOf({ name, versions }: FreightSummary): CommitLine[] {
  return versions.flatMap(({ kind, digest, version, message, author }) => {
    if (kind !== 'commit' || !message) return [];
    const [title] = message.split('\n');
    return [{ freight: name, commit: digest ?? version, title, author }];
  });
}
