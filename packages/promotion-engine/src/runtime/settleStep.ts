import { StepOutcome } from '../model/outcome';
import { canonicalJson } from '../decide/canonicalJson';
import { StepRow } from '../model/rows';
import { decide, decideTogether, Execution } from './execution';
import { masked } from './masking';
import { placeOfStep } from './placeOfStep';
import { recordDecisions, RecordedDecisions } from './recordDecisions';
import { recordOutput } from './recordOutput';

/** Kargo's back-off between attempts that erred, doubling; milliseconds. */
const BACK_OFF = { first: 500, most: 60_000 };
const SAFETY_NET_MS = 300_000;

/** Commits what an attempt gave, and says how it goes on. */
export async function settleStep(
  execution: Execution,
  row: StepRow,
  outcome: StepOutcome,
): Promise<'next' | 'changed' | { againMs: number }> {
  const { engine, promotion } = execution;
  if (outcome.status === 'waiting') {
    if (outcome.replay) return rewind(execution, row, outcome.replay.inputs);
    if (timedOut(execution, row)) {
      const message = `gave up after ${row.attempt} attempts: ${outcome.message}`;
      return finish(execution, row, { status: 'Errored', message });
    }
    await waitOn(execution, row, outcome);
    return { againMs: outcome.retryAfterMs ?? SAFETY_NET_MS };
  }
  if (outcome.status === 'failed') {
    const { retry } = promotion.steps[row.index];
    const last =
      outcome.terminal ||
      row.errorCount + 1 >= (retry.errorThreshold ?? 1) ||
      timedOut(execution, row);
    if (last)
      return finish(execution, row, {
        status: outcome.kind,
        message: outcome.message,
        output: outcome.output,
      });
    await decide(
      execution,
      'step.waiting',
      waiting(execution, row, { message: outcome.message, error: true }),
    );
    return {
      againMs: Math.min(BACK_OFF.first * 2 ** row.errorCount, BACK_OFF.most),
    };
  }
  const records = outcome.status === 'succeeded' ? outcome.records ?? [] : [];
  const recorded = await recordDecisions(execution, records);
  if ('status' in recorded) return settleStep(execution, row, recorded);
  const status = outcome.status === 'succeeded' ? 'Succeeded' : 'Skipped';
  const settled = await finish(execution, row, {
    status,
    message: outcome.message,
    output: outcome.output,
    recorded,
  });
  await engine.faults.at('step.finished', {
    step: row.alias,
    promotion: promotion.name,
  });
  return settled;
}

/** What stands already is not written again: it may wait for days, and be looked at every few seconds. */
async function waitOn(
  execution: Execution,
  row: StepRow,
  outcome: Extract<StepOutcome, { status: 'waiting' }>,
): Promise<void> {
  const { masker, registry } = execution.engine;
  const ask = masked(masker, outcome.ask);
  const data = waiting(execution, row, { ...outcome, error: false });
  const keeps =
    row.intent === undefined || registry.steps.get(row.uses)?.external?.repeats;
  const same =
    row.status === 'Running' &&
    keeps &&
    row.message === data.message &&
    canonicalJson(row.ask ?? {}) === canonicalJson(ask ?? {});
  if (!same) await decide(execution, 'step.waiting', { ...data, ask });
}

function waiting(
  execution: Execution,
  row: StepRow,
  what: { message: string; error: boolean },
) {
  const message = execution.engine.masker.mask(what.message);
  return {
    promotion: execution.promotion.name,
    index: row.index,
    message,
    error: what.error,
  };
}

interface StepEnd {
  status: 'Succeeded' | 'Skipped' | 'Failed' | 'Errored';
  message?: string;
  output?: Record<string, unknown>;
  /** Committed with it, all or nothing. */
  recorded?: RecordedDecisions;
}

async function finish(
  execution: Execution,
  row: StepRow,
  { recorded, ...end }: StepEnd,
): Promise<'next'> {
  const { engine, promotion, run } = execution;
  const message = await messageOf(execution, row, end);
  // later steps of this run see what it gave, everybody else what may be shown
  const output = masked(engine.masker, end.output);
  const data = {
    promotion: promotion.name,
    index: row.index,
    ...end,
    message,
    output,
  };
  await decideTogether(execution, { verb: 'step.finished', data }, recorded);
  Object.assign(row, { ...end, message });
  recordOutput(run, promotion.steps[row.index], end.output ?? {});
  const { continueOnError } = promotion.steps[row.index];
  run.statuses.push({ alias: row.alias, status: end.status, continueOnError });
  return 'next';
}

/** Masked; of a step that went wrong it says where that step stands. */
async function messageOf(
  execution: Execution,
  row: StepRow,
  { status, message }: StepEnd,
): Promise<string | undefined> {
  if (message === undefined) return undefined;
  const text = execution.engine.masker.mask(message);
  if (status !== 'Failed' && status !== 'Errored') return text;
  const place = await placeOfStep(execution, row);
  return place ? `${text} (${place})` : text;
}

/** Kargo: `retry.timeout`, checked after an attempt; 0 is unlimited. */
function timedOut(execution: Execution, row: StepRow): boolean {
  const { engine, promotion } = execution;
  const template = promotion.steps[row.index];
  const limit =
    template.retry.timeoutMs ??
    engine.registry.steps.get(row.uses)?.defaultTimeoutMs ??
    0;
  return (
    limit > 0 &&
    row.startedAt !== undefined &&
    engine.clock.now() - Date.parse(row.startedAt) >= limit
  );
}

/** A lost race: inputs are pinned to what they are now, and everything that only touched files is made again. */
async function rewind(
  execution: Execution,
  row: StepRow,
  inputs: string[],
): Promise<'changed'> {
  const { engine, promotion, run, steps } = execution;
  const moved: Record<string, string> = {};
  const isPinned = (input: string) =>
    engine.masker.mask(input) in run.pins.inputs;
  for (const input of inputs.filter(isPinned)) {
    const [, repoURL, ref] = /^git:(.*)#([^#]*)$/.exec(input)!;
    const { commit, branch } = await engine.git.resolve(
      repoURL,
      ref ? { branch: ref } : {},
      { signal: execution.signal },
    );
    moved[input] = branch ? `${commit} ${branch}` : commit;
  }
  const again = steps
    .filter(
      each =>
        each.index <= row.index &&
        (each.index === row.index ||
          engine.registry.steps.get(each.uses)?.effect !== 'external'),
    )
    .map(each => each.index);
  await decide(execution, 'promotion.rewound', {
    promotion: promotion.name,
    steps: again,
    inputs: masked(engine.masker, moved),
    because: 'the branch moved on',
  });
  return 'changed';
}
