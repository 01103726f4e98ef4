import { commitOf, GitPlace, RunningFacts } from '../../decide/drift';
import { StageRow, StepRow } from '../../model/rows';
import { plainAddress } from '../../model/unverified';
import { CommitRange } from '../../ports/git';
import { EngineContext } from '../context';
import { GitReader } from './GitReader';

type Needs = Pick<
  EngineContext,
  'definitions' | 'grants' | 'masker' | 'registry' | 'store'
>;

interface At {
  git: GitReader;
  row: StageRow;
  /** Of the promotion that brought what the stage holds. */
  steps: StepRow[];
  running: RunningFacts[];
}

/** A branch as the promotion left it; without ranges it is not known what was written there. */
interface Written {
  repoURL?: string;
  branch: string;
  commit: string;
  ranges: CommitRange[];
}

/** Every branch that the promotion wrote to, with what its head says of the same files now. */
export async function writtenPlaces(
  engine: Needs,
  { git, row, steps, running }: At,
): Promise<GitPlace[]> {
  const definition = await engine.definitions.load(row.project);
  const commits = running.flatMap(each =>
    each.status === 'seen'
      ? each.revisions.flatMap(({ revision }) => commitOf(revision) ?? [])
      : [],
  );
  const places: GitPlace[] = [];
  for (const left of branchesOf(engine, row, steps)) {
    const written = await whole(engine, row, left);
    const { repoURL = '', branch, commit, ranges } = written;
    const place = { repoURL, branch, commit };
    const unread = (reason: string) => {
      const now = { status: 'unread' as const, reason };
      places.push({ ...place, now });
    };
    const refusal =
      repoURL &&
      (await engine.grants.refusal({
        project: row.project,
        entityRef: definition?.entityRef ?? '',
        stage: row.stage,
        kind: 'git',
        url: plainAddress(repoURL),
        access: 'read',
        branch,
      }));
    if (!repoURL || ranges.length === 0)
      unread(
        'the promotion had nothing to write, and which files it looked at is not known any more',
      );
    else if (refusal) unread(refusal);
    else {
      const now = await git
        .read({ repoURL, branch, commit, ranges }, { commits, viewer: row })
        .catch((error: Error) => ({
          status: 'unread' as const,
          reason: engine.masker.mask(error.message),
        }));
      places.push({ ...place, now });
    }
  }
  return places;
}

/** What a promotion left on each branch. */
function branchesOf(
  { registry }: Needs,
  { project, stage }: StageRow,
  steps: StepRow[],
): Written[] {
  const all = new Map<string, Written>();
  for (const { alias, uses, status, promotion, ...step } of steps) {
    const { intent = {}, output = {} } = step;
    const ended = status === 'Succeeded' || status === 'Skipped';
    const done = { project, stage, promotion, alias, intent, output };
    const wrote = ended && registry.steps.get(uses)?.wrote?.(done);
    if (!wrote) continue;
    const { repoURL, branch, base, commit } = wrote;
    const key = `${repoURL ?? ''}#${branch}`;
    const { ranges = [] } = all.get(key) ?? {};
    // of several pushes the files of all count
    const range = base ? [{ base, head: commit }] : [];
    all.set(key, { repoURL, branch, commit, ranges: [...ranges, ...range] });
  }
  return [...all.values()];
}

/** One that found everything there already is about what an earlier promotion of the stage wrote. */
async function whole(
  engine: Needs,
  row: StageRow,
  written: Written,
): Promise<Written> {
  if (written.repoURL) return written;
  const repoURL = await pinnedRepository(engine, row, written);
  for (const { promotion } of row.history.slice(1)) {
    const steps = await engine.store.steps(row.project, promotion);
    const earlier = branchesOf(engine, row, steps).find(
      each =>
        each.branch === written.branch &&
        each.ranges.length > 0 &&
        each.repoURL === repoURL,
    );
    if (earlier) return { ...written, repoURL, ranges: earlier.ranges };
  }
  return { ...written, repoURL };
}

/** The repository that was checked out at the commit; undefined where that could be several. */
async function pinnedRepository(
  { store }: Needs,
  { project, history }: StageRow,
  { commit, branch }: { commit: string; branch: string },
): Promise<string | undefined> {
  const promotion = await store.promotion(project, history[0].promotion);
  const urls = Object.entries(promotion?.pins.inputs ?? {}).flatMap(
    ([input, value]) =>
      input.startsWith('git:') && value === `${commit} ${branch}`
        ? input.slice('git:'.length, input.lastIndexOf('#'))
        : [],
  );
  const distinct = [...new Set(urls)];
  return distinct.length === 1 ? distinct[0] : undefined;
}
