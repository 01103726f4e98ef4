import {
  decideDrift,
  DriftRow,
  DriftVerdict,
  RunningFacts,
  worstDrift,
} from '../../decide/drift';
import { Artifacts } from '../../model/artifacts';
import { StageRow, StepRow } from '../../model/rows';
import { EngineContext } from '../context';
import { GitReader } from './GitReader';
import { writtenPlaces } from './writtenPlaces';

/** What was promoted into a stage, what Git says and what runs. */
export interface StageDrift {
  /** Promotion that brought what the stage holds. */
  promotion: string;
  /** Why nothing is compared now: one sentence; `rows` is empty then. */
  obstacle?: string;
  verdict: DriftVerdict;
  rows: DriftRow[];
}

type Needs = Pick<
  EngineContext,
  'definitions' | 'grants' | 'masker' | 'registry' | 'store'
>;

/**
 * Compares what a stage holds with Git and with what runs, as both are now; undefined where nothing was ever promoted.
 * What cannot be seen is unknown. Nothing is compared while something is promoted there.
 */
export async function stageDrift(
  engine: Needs,
  git: GitReader,
  row: StageRow,
): Promise<StageDrift | undefined> {
  const [here] = row.history;
  if (!here) return undefined;
  const { promotion } = here;
  if (row.currentPromotion)
    return {
      promotion,
      obstacle: `${row.currentPromotion} is being promoted there.`,
      verdict: 'unknown',
      rows: [],
    };
  const steps = await engine.store.steps(row.project, promotion);
  const running = (
    await Promise.all(steps.map(step => runningOf(engine, row, step)))
  ).flat();
  const places = await writtenPlaces(engine, { git, row, steps, running });
  const rows = decideDrift({
    promoted: together(Object.values(here.items)),
    git: places,
    running,
  }).map(each => masked(engine, each));
  return { promotion, verdict: worstDrift(rows), rows };
}

function together(items: Artifacts[]): Artifacts {
  return {
    images: items.flatMap(({ images }) => images),
    charts: items.flatMap(({ charts }) => charts),
    commits: items.flatMap(({ commits }) => commits),
    artifacts: [],
  };
}

async function runningOf(
  { registry, masker }: Needs,
  { project, stage }: StageRow,
  step: StepRow,
): Promise<RunningFacts[]> {
  const { alias, uses, promotion, intent = {}, output = {} } = step;
  if (step.status !== 'Succeeded') return [];
  const kind = registry.steps.get(uses);
  const what = `step ${alias}`;
  if (!kind) {
    const reason = `this backend does not know step ${uses} any more`;
    return [{ what, status: 'unseen', reason }];
  }
  if (!kind.runs) return [];
  const done = { project, stage, promotion, alias, intent, output };
  try {
    return await kind.runs(done);
  } catch (error) {
    const reason = masker.mask((error as Error).message);
    return [{ what, status: 'unseen', reason }];
  }
}

function masked({ masker }: Needs, row: DriftRow): DriftRow {
  const side = ({ value, reason, ...rest }: DriftRow['git']) => ({
    ...rest,
    ...(value !== undefined && { value: masker.mask(value) }),
    ...(reason !== undefined && { reason: masker.mask(reason) }),
  });
  return {
    ...row,
    name: masker.mask(row.name),
    sentence: masker.mask(row.sentence),
    git: side(row.git),
    running: side(row.running),
  };
}
