import {
  CommitsAnswer,
  SourceCommit,
  SourceCommits,
} from '@stevedore/plugin-stevedore-common';
import {
  ComingCommits,
  SourceCommit as EngineCommit,
  SourceCommits as EngineCommits,
  Ticket,
} from '@stevedore/promotion-engine';
import { publicUrl } from './publicUrl';
import { rangeOf, RepositoryUrls } from './sourceRanges';

export interface CommitWords extends RepositoryUrls {
  /** User entity refs by mail address. */
  users: Record<string, string>;
  /** Absent: no tickets are known. */
  tickets?: (message: string) => Ticket[];
}

/** As people read it; mail addresses stay here. */
export function toCommitsAnswer(
  { sources, unknown }: ComingCommits,
  words: CommitWords,
): Omit<CommitsAnswer, 'from'> {
  return {
    sources: sources.map(source => toSource(source, words)),
    unknown: unknown.map(({ why }) => publicUrl(why)),
  };
}

function toSource(source: EngineCommits, words: CommitWords): SourceCommits {
  const range = rangeOf(source, words);
  if (source.status === 'unread')
    return { ...range, coming: [], going: [], whyNot: publicUrl(source.why) };
  const read = (commits: EngineCommit[]) =>
    commits.map(commit => toCommit(commit, source.repoURL, words));
  return {
    ...range,
    coming: read(source.added),
    going: read(source.removed),
    more: source.more || undefined,
  };
}

function toCommit(
  { id, title, author, email, date, message }: EngineCommit,
  repoURL: string,
  { commitUrl, tickets, users }: CommitWords,
): SourceCommit {
  return {
    ...{ id, title, author },
    user: users[email],
    at: date,
    url: commitUrl?.(repoURL, id),
    tickets: tickets?.(message) ?? [],
  };
}
