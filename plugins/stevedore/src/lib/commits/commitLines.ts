import {
  CommitsAnswer,
  SourceCommit,
  SourceCommits,
} from '@stevedore/plugin-stevedore-common';
import { count } from '../diff/diffWords';
import { shortSource } from '../words/names';

/** Commits that are shown before somebody wants all. */
const FOLDED_AFTER = 10;

/** Commits that are added, or undone. */
export interface CommitGroup {
  /** `2 commits of web are added` … */
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

type CommitTicket = SourceCommit['tickets'][number];

/** Every repository in which something lies between the two. */
export function sourceViews({ sources }: CommitsAnswer): SourceView[] {
  return sources.map(source => {
    const { repoURL, newer, older, url, coming, going } = source;
    const repository = shortSource(repoURL);
    const words = older ? 'all commits between' : 'the commit';
    return {
      key: `${repoURL} ${older} ${newer}`,
      groups: [
        ...groupOf(coming, repository, 'added'),
        ...groupOf(going, repository, 'undone'),
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

/** A title with its tickets in place; those that stand in the rest of the message follow. */
export function titleParts({
  title,
  tickets,
}: Pick<SourceCommit, 'title' | 'tickets'>): (string | CommitTicket)[] {
  const parts: (string | CommitTicket)[] = [];
  const elsewhere: CommitTicket[] = [];
  let from = 0;
  const inOrder = tickets
    .map(ticket => ({ ticket, at: title.indexOf(ticket.name) }))
    .sort((a, b) => a.at - b.at || b.ticket.name.length - a.ticket.name.length);
  for (const { ticket, at } of inOrder) {
    if (at < from) {
      elsewhere.push(ticket);
    } else {
      parts.push(title.slice(from, at), ticket);
      from = at + ticket.name.length;
    }
  }
  parts.push(title.slice(from), ...elsewhere.flatMap(ticket => [' ', ticket]));
  return parts.filter(part => part !== '');
}

function groupOf(
  commits: SourceCommit[],
  repository: string,
  what: 'added' | 'undone',
): CommitGroup[] {
  if (commits.length === 0) return [];
  const folded = commits.slice(FOLDED_AFTER);
  return [
    {
      title: `${count(commits.length, 'commit')} of ${repository} ${
        commits.length === 1 ? 'is' : 'are'
      } ${what}`,
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
