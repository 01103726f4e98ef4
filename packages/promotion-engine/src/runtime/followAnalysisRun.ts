import { analysisRunSpec } from '../decide/analysisRun/analysisRunSpec';
import {
  analysisRunMetadata,
  analysisRunName,
  describeRun,
} from '../decide/analysisRun/newAnalysisRun';
import { NewAnalysisRun } from '../model/analysisRun';
import { Project, Stage } from '../model/definition';
import { StageRow } from '../model/rows';
import {
  AnalysisRunRef,
  Measurement,
  Verification,
  verificationLog,
  VerificationPhase,
} from '../model/verification';
import { OpenTranscript } from '../ports/transcript';
import { EngineContext, isoNow } from './context';
import { evaluateGiven } from './measure';
import { explainError } from './evaluation';
import { transcriptsOf } from './transcripts';

/** What wakes it is the run; this is the safety net, and how soon a silence is noticed. */
const LOOK_MS = 30_000;
const TELL_AGAIN_MS = 600_000;

export interface RunningElsewhere {
  stage: Stage;
  row: StageRow;
  verification: Verification & { run: AnalysisRunRef };
}

export type Followed =
  | { status: 'goesOn'; againMs: number }
  /** It is there now, and that is to be remembered. */
  | { status: 'begun' }
  | { status: 'ended'; phase: VerificationPhase; message: string };

/** A verification that begins. One that asks for a run is pending until the run is known to be there. */
export function newVerification(
  engine: Pick<EngineContext, 'clock' | 'ids'>,
  stage: Stage,
  by: { collection: string; actor: string },
): Verification {
  const id = engine.ids.ulid().toLowerCase();
  const begun = { ...by, id, startedAt: isoNow(engine) };
  const place = stage.verification?.analysisRun;
  if (!place) return { ...begun, phase: 'Running' };
  const { collection } = by;
  const name = analysisRunName({
    stage: stage.name,
    verification: id,
    collection,
  });
  return { ...begun, phase: 'Pending', run: { ...place, name } };
}

/** Brings a verification forward that Argo Rollouts runs: begins its run once, and takes over what that measured. */
export async function followAnalysisRun(
  engine: EngineContext,
  project: Project,
  at: RunningElsewhere,
): Promise<Followed> {
  const { run, id, phase } = at.verification;
  const runs = engine.analysisRuns;
  if (!runs)
    return error(
      'nothing here reaches AnalysisRuns: install the module for Kubernetes',
    );
  const transcript = transcriptsAt(engine, project, at);
  const now = engine.clock.now();
  const stage = at.stage.name;
  const asker = { project: project.name, stage, now, transcript };
  const sight = await runs.look(run, asker);
  if (sight.status === 'unknown') {
    await tellNowAndThen(engine, transcript, sight.reason);
    return { status: 'goesOn', againMs: LOOK_MS };
  }
  if (sight.status === 'refused') return error(sight.reason);
  if (sight.status === 'absent')
    return phase === 'Pending'
      ? begin(engine, project, at)
      : error(`${describeRun(run)} was deleted before it was over`);
  // the answer to its making was lost
  if (phase === 'Pending') return { status: 'begun' };
  await takeOver(engine, project.name, { id, all: sight.measurements });
  if (sight.status === 'ended')
    return { ...sight, message: engine.masker.mask(sight.message) };
  if (sight.silence === undefined) return sight;
  await stopRun(engine, run);
  return error(`${describeRun(run)}: ${sight.silence}`);
}

/** Ends a run whose verification is over. What cannot be ended is told to the log. */
export async function stopRun(
  { analysisRuns, logger, masker }: EngineContext,
  run: AnalysisRunRef,
): Promise<void> {
  try {
    await analysisRuns?.stop(run);
  } catch (failure) {
    const { message } = failure as Error;
    logger.warn(masker.mask(`${describeRun(run)} goes on: ${message}`));
  }
}

/** As what a stage held falls out of its history, so do its runs. */
export async function tidyRuns(
  { analysisRuns, logger, masker }: EngineContext,
  at: { project: string; row: StageRow; run: AnalysisRunRef },
): Promise<void> {
  const { project, row, run } = at;
  const collections = row.history.map(({ id }) => id);
  try {
    await analysisRuns?.tidy(run, { project, stage: row.stage, collections });
  } catch (failure) {
    const { message } = failure as Error;
    logger.warn(
      masker.mask(
        `old AnalysisRuns of ${project}/${row.stage} stay: ${message}`,
      ),
    );
  }
}

function transcriptsAt(
  engine: EngineContext,
  { name: project }: Project,
  { row, verification }: RunningElsewhere,
): (speaker?: string) => OpenTranscript {
  const { promotion } = row.history[0];
  const step = verificationLog(verification.id);
  return speaker =>
    transcriptsOf(engine, { project, promotion, step, speaker });
}

/** A verification that waits for a cluster stands still: its log says why. */
async function tellNowAndThen(
  engine: EngineContext,
  transcript: () => OpenTranscript,
  text: string,
): Promise<void> {
  const told = await transcript()('what cannot be seen');
  const since = engine.clock.now() - Date.parse(told.until ?? '');
  if (since <= TELL_AGAIN_MS) return;
  await told.add([{ at: isoNow(engine), text }]);
}

const error = (message: string): Followed => ({
  status: 'ended',
  phase: 'Error',
  message,
});

async function begin(
  engine: EngineContext,
  project: Project,
  at: RunningElsewhere,
): Promise<Followed> {
  const { run } = at.verification;
  const order = await orderOf(engine, project, at);
  if ('problem' in order) return error(order.problem);
  const begun = await engine.analysisRuns!.begin(run, order);
  if (begun.status === 'begun') return begun;
  return begun.status === 'refused'
    ? error(begun.reason)
    : { status: 'goesOn', againMs: LOOK_MS };
}

async function orderOf(
  engine: EngineContext,
  project: Project,
  { stage, row, verification }: RunningElsewhere,
): Promise<NewAnalysisRun | { problem: string }> {
  const { run, id, collection } = verification;
  const refusal = await engine.grants.refusal({
    project: project.name,
    entityRef: (await engine.definitions.load(project.name))?.entityRef ?? '',
    stage: stage.name,
    ...(stage.target && { of: stage.target.stage }),
    kind: 'kubernetes',
    url: `kubernetes://${run.cluster}/${run.namespace}/analysisruns.argoproj.io/${run.name}`,
    access: 'write',
  });
  if (refusal) return { problem: refusal };
  try {
    const given = await evaluateGiven(engine, project, {
      stage,
      row,
      pins: { now: verification.startedAt },
    });
    const open = Object.keys(given).find(
      name => engine.masker.mask(given[name]) !== given[name],
    );
    if (open)
      return {
        problem: `the argument ${open} holds a secret, which everybody would see who may read AnalysisRuns: let the template take it by valueFrom.secretKeyRef`,
      };
    const { analysisTemplates = [], analysisRunMetadata: own = {} } =
      stage.verification ?? {};
    const metadata = analysisRunMetadata(
      {
        project: project.name,
        stage: stage.name,
        verification: id,
        collection,
        promotion: row.history[0].promotion,
      },
      own,
    );
    const known = project.analysisTemplates;
    const spec = analysisRunSpec(analysisTemplates, known, given);
    return { ...metadata, spec };
  } catch (failure) {
    return { problem: engine.masker.mask(explainError(failure)) };
  }
}

/** Each once: a run keeps only its newest measurements, and is looked at again and again. */
async function takeOver(
  { store, masker }: EngineContext,
  project: string,
  { id, all }: { id: string; all: readonly Measurement[] },
): Promise<void> {
  const known = await store.measurements(project, id);
  const keyOf = ({ metric, at }: Measurement) => `${at} ${metric}`;
  const taken = new Set(known.map(keyOf));
  for (const measurement of all) {
    if (taken.has(keyOf(measurement))) continue;
    const { value, message } = measurement;
    await store.addMeasurement(project, id, {
      ...measurement,
      ...(value !== undefined && { value: masker.mask(value).slice(0, 1000) }),
      ...(message !== undefined && { message: masker.mask(message) }),
    });
  }
}
