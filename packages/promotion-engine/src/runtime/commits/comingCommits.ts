import { SourceRange, sourceRanges, UnknownSource } from '../../decide/commits';
import { Artifacts } from '../../model/artifacts';
import { GitSubscription, Warehouse } from '../../model/definition';
import { CommitsBetween } from '../../ports/git';
import { EngineContext } from '../context';
import { CommitReader, ReadRange } from './CommitReader';

export interface CommitsQuestion {
  project: string;
  newer: Artifacts;
  /** Absent: there is nothing to compare with, and each repository shows the newest commit alone. */
  older?: Artifacts;
  /** Where the freight comes from: its Git subscriptions say which paths count. */
  warehouse?: Warehouse;
}

/** The commits of one repository between two freight, or why they are not known. */
export type SourceCommits = Pick<SourceRange, 'repoURL' | 'newer' | 'older'> &
  (({ status: 'read' } & CommitsBetween) | { status: 'unread'; why: string });

export interface ComingCommits {
  /** Each range once, however many artifacts were made from it. */
  sources: SourceCommits[];
  /** Artifacts that do not say what they were made from. */
  unknown: UnknownSource[];
}

/** The commits that lie between two freight, of the repositories that the project may read. */
export async function comingCommits(
  engine: EngineContext,
  reader: CommitReader,
  { project, newer, older, warehouse }: CommitsQuestion,
): Promise<ComingCommits> {
  const found = sourceRanges(newer, older);
  const ranges = new Map<string, ReadRange>();
  for (const range of found) {
    if ('why' in range) continue;
    const wanted = readRange(range, warehouse);
    ranges.set(JSON.stringify(wanted), wanted);
  }
  return {
    sources: await Promise.all(
      [...ranges.values()].map(range =>
        readSource(engine, reader, { project, range }),
      ),
    ),
    unknown: found.filter(each => 'why' in each),
  };
}

async function readSource(
  engine: EngineContext,
  reader: CommitReader,
  { project, range }: { project: string; range: ReadRange },
): Promise<SourceCommits> {
  const { repoURL, newer, older } = range;
  const at = { repoURL, newer, older };
  try {
    const why = await whyNotRead(engine, project, repoURL);
    if (why) return { ...at, status: 'unread', why };
    return { ...at, status: 'read', ...(await reader.read(range)) };
  } catch (error) {
    const why = engine.masker.mask((error as Error).message);
    return { ...at, status: 'unread', why };
  }
}

async function whyNotRead(
  { grants, store }: EngineContext,
  project: string,
  url: string,
): Promise<string | undefined> {
  const entityRef = (await store.project(project))?.entityRef ?? '';
  const access = 'read';
  return grants.refusal({ project, entityRef, kind: 'git', url, access });
}

/** An image says itself which paths count, even where a subscription watches the repository that it was made from. */
function readRange(
  { repoURL, newer, older, subscription, includePaths }: SourceRange,
  warehouse: Warehouse | undefined,
): ReadRange {
  const git = subscription && subscriptionOf(repoURL, subscription, warehouse);
  return {
    ...{ repoURL, newer, older },
    includePaths: includePaths ?? git?.includePaths ?? [],
    excludePaths: git?.excludePaths ?? [],
    insecureSkipTLSVerify: git?.insecureSkipTLSVerify ?? false,
  };
}

function subscriptionOf(
  repoURL: string,
  { name }: { name?: string },
  warehouse: Warehouse | undefined,
): GitSubscription | undefined {
  const watched = (warehouse?.subscriptions ?? []).flatMap(each =>
    'git' in each ? [each] : [],
  );
  const found =
    watched.find(each => name !== undefined && each.name === name) ??
    watched.find(each => each.git.repoURL === repoURL);
  return found?.git;
}
