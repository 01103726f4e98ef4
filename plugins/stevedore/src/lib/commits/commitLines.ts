import {
  CommitsAnswer,
  SourceCommit,
  SourceCommits,
} from '@stevedore/plugin-stevedore-common';
import { count } from '../diff/diffWords';
import { shortSource } from '../words/names';

/** Commits that are shown before somebody wants all. */
const FOLDED_AFTER = 10;

/** Commits that come, or that go again. */
export interface CommitGroup {
  /** `2 commits of web come` … */
  title: string;
  shown: SourceCommit[];
  /** Behind the button; its words. */
  folded?: { commits: SourceCommit[]; words: string };
}

/** What is known of one repository. */
export interface SourceView {
  key: string;
  groups: CommitGroup[];
  /** Sentences. */
  notes: string[];
  /** It could not be read. */
  unread: boolean;
  link?: { url: string; words: string };
}

/** Every repository in which something lies between the two. */
export function sourceViews({ sources }: CommitsAnswer): SourceView[] {
  return sources.map(source => {
    const { repoURL, newer, older, url, coming, going } = source;
    const repository = shortSource(repoURL);
    const words = older ? 'all commits between' : 'the commit';
    return {
      key: `${repoURL} ${older} ${newer}`,
      groups: [
        ...groupOf(coming, repository, 'come'),
        ...groupOf(going, repository, 'go again'),
      ],
      notes: notesOf(source, repository),
      unread: source.whyNot !== undefined,
      link: url ? { url, words: `${words} in ${repository}` } : undefined,
    };
  });
}

/** Of which artifacts nothing is known, and why. */
export function unknownLines({ unknown }: CommitsAnswer): string[] {
  return unknown.map(notKnown);
}

export const notKnown = (why: string) =>
  `No commits are known: ${why.replace(/\.$/, '')}.`;

function groupOf(
  commits: SourceCommit[],
  repository: string,
  verb: 'come' | 'go again',
): CommitGroup[] {
  if (commits.length === 0) return [];
  const folded = commits.slice(FOLDED_AFTER);
  const does = verb === 'come' ? 'comes' : 'goes again';
  return [
    {
      title: `${count(commits.length, 'commit')} of ${repository} ${
        commits.length === 1 ? does : verb
      }`,
      shown: commits.slice(0, FOLDED_AFTER),
      folded:
        folded.length > 0
          ? { commits: folded, words: `${count(folded.length, 'more commit')}` }
          : undefined,
    },
  ];
}

function notesOf(
  { coming, going, more, older, whyNot }: SourceCommits,
  repository: string,
): string[] {
  if (whyNot) return [notKnown(whyNot)];
  const none = coming.length + going.length === 0;
  return [
    ...(none ? [`No commit of ${repository} that counts lies between.`] : []),
    ...(more ? ['There are more; these are the newest.'] : []),
    ...(older
      ? []
      : [
          `There is nothing of ${repository} to compare with: this is the newest.`,
        ]),
  ];
}
