import {
  CalendarWindow,
  componentFacts,
  evaluateGates,
  FreightReference,
  GateReport,
  GateVerdict,
  LockRow,
  MetricFact,
  PromotionRow,
  Stage,
  StageRow,
  stageFacts,
  StageRules,
} from '@stevedore/promotion-engine';
import { ServiceDeps } from '../ServiceDeps';
import { Running } from './projects';

/** What gates of one stage look at, whatever the freight. */
export interface SaidOfStage {
  calendar: CalendarWindow[];
  locks: LockRow[];
  rules: StageRules;
  metrics: MetricFact[];
}

/** By name of the stage; read once for a page, however many cells it has. */
export async function saidOfStages(
  deps: ServiceDeps,
  { row, project }: Pick<Running, 'project' | 'row'>,
): Promise<ReadonlyMap<string, SaidOfStage>> {
  const component = await componentFacts(deps, row.project);
  const found = await Promise.all(
    (project?.stages ?? []).map(async stage => {
      const at = { project: row.project, stage, component };
      const said = await stageFacts(deps, at);
      const metrics = stage.metrics?.length
        ? await deps.store.metricFacts(row.project, stage.name)
        : [];
      return [stage.name, { ...said, metrics }] as const;
    }),
  );
  return new Map(found);
}

const NO_FREIGHT: FreightReference = {
  name: '',
  origin: { kind: 'Warehouse', name: '' },
  commits: [],
  images: [],
  charts: [],
  artifacts: [],
};

/** What keeps anything from entering a stage now, whatever the freight. */
export function stageReport(
  deps: Pick<ServiceDeps, 'clock' | 'gates'>,
  running: Running,
  at: {
    stage: Stage;
    said: SaidOfStage;
    stageRow?: StageRow;
    /** For one that waits: what is automatic, or goes back, may be told something else. */
    promotion?: PromotionRow;
  },
): GateReport {
  const { stage, said, stageRow, promotion } = at;
  return evaluateGates(
    deps.gates,
    {
      ...said,
      project: running.project!,
      stage,
      stageRow,
      promotion,
      rollback: promotion?.rollback,
      freight: promotion?.freight ?? NO_FREIGHT,
      approvals: [],
      owners: running.owners,
      ahead: [],
      paused: running.paused,
    },
    { now: deps.clock.now(), moment: 'start', about: 'stage' },
  );
}

export const notPassed = ({ verdicts }: GateReport): GateVerdict[] =>
  verdicts.filter(({ status }) => status !== 'pass');
