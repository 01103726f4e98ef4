import { Runner, RunnerSight } from '@stevedore/plugin-stevedore-node';
import {
  Engine,
  Gate,
  Project,
  ProjectRow,
  ulidIds,
} from '@stevedore/promotion-engine';
import { ServiceDeps } from '../ServiceDeps';
import { BesideEngine } from './BesideEngine';
import { RunBy } from './BesideStevedoreService';
import { shownStore } from './shownStore';

/** The rules that hold where Kargo runs a pipeline, too (kargo.md 3.4, 4.2): of it freight and stage say everything. */
const GATES: readonly string[] = [
  'origin',
  'definition',
  'availability',
  'soak',
  'verification',
];

/** What a project that something else runs is read by, all of it at one moment. */
export interface ReadingBeside {
  reading: ServiceDeps;
  by: RunBy;
}

export async function readingBeside(
  reading: ServiceDeps,
  { row, runner }: { row: ProjectRow & { target: string }; runner: Runner },
): Promise<ReadingBeside> {
  const { clock, definitions, policies, store } = reading;
  const { target } = row;
  const [sight, definition, owners] = await Promise.all([
    lookAt(runner, row),
    definitions.load(row.project),
    reading.catalogOwners(row.entityRef),
  ]);
  const unseen = sight.status === 'seen' ? undefined : sight.reasons.join('; ');
  const view = sight.status === 'seen' ? sight.view : NOTHING;
  const shown = shownStore(store, view);
  const gates = reading.gates.filter(({ id }: Gate) => GATES.includes(id));
  const engine: Engine = new BesideEngine({
    runner,
    target,
    view,
    shown,
    store,
    clock,
    unseen,
    gates,
    owners,
    project: definition?.project ?? emptyProject(row.project),
    ulid: () => ulidIds().ulid(),
    denied: input => reading.engine.denied(input),
    commits: question => reading.engine.commits(question),
  });
  return {
    by: { name: runner.name, target, unseen },
    reading: {
      ...reading,
      engine,
      gates,
      store: shown,
      // what the platform asks for is asked of the engine, which does not run this
      policies: {
        approvals: async () => [],
        rules: async () => ({ steps: [], windows: [] }),
        concerns: async (_, scopes) => scopes.map(() => false),
        standsFor: user => policies.standsFor(user),
        usersByEmail: addresses => policies.usersByEmail(addresses),
      },
    },
  };
}

/** A definition that is refused, or an entity that is gone: it may be somebody else's now, and nothing of it is shown. */
async function lookAt(
  runner: Runner,
  { paused, problems, target }: ProjectRow & { target: string },
): Promise<RunnerSight> {
  const wrong = problems
    .filter(({ severity }) => severity === 'error')
    .map(({ message }) => message);
  const reasons = paused ? [paused, ...wrong] : wrong;
  return reasons.length > 0
    ? { status: 'unseen', reasons }
    : runner.see(target);
}

const NOTHING: Extract<RunnerSight, { status: 'seen' }>['view'] = {
  stages: [],
  freight: [],
  freightStages: [],
  promotions: [],
  steps: new Map(),
  discoveries: new Map(),
  health: new Map(),
  verifications: [],
};

const emptyProject = (name: string): Project => ({
  name,
  warehouses: [],
  stages: [],
  promotionPolicies: [],
  analysisTemplates: [],
  tasks: [],
});
