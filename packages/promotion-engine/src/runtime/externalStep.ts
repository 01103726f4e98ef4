import { canonicalJson } from '../decide/canonicalJson';
import { effectDigest, planDifferences, planDigest } from '../decide/digest';
import { StepOutcome } from '../model/outcome';
import { EffectDigest } from '../model/promotion';
import { StepRow } from '../model/rows';
import { commitAndTell, entryOf, expectPromotion, expectStage } from './commit';
import { describeStep } from './describeStep';
import { decide, Execution } from './execution';
import { gateReport } from './facts';
import { acquireLock, Lock } from './locks';
import { masked } from './masking';
import { diffAuthors } from './people/diffAuthors';
import { unapprove } from './people/unapprove';
import { wholeIntent } from './wholeIntent';
import { guarded, ReadyStep } from './stepExecution';

type Result = StepOutcome | 'changed' | 'stopped';

/** Intent, attempt, result; and after a crash recognition first (design, section 5). */
export async function runExternalStep(
  execution: Execution,
  row: StepRow,
  ready: ReadyStep,
): Promise<Result> {
  const { engine } = execution;
  const half = ready.kind.external!;
  const key = await guarded(engine, async () =>
    half.lockKey?.(ready.config, ready.context),
  );
  if (key && typeof key !== 'string') return key;
  if (!key) return attemptExternal(execution, row, ready);
  const lock = await takeLock(execution, key);
  const result = await attemptExternal(execution, row, ready).catch(
    async error => {
      await lock.release();
      throw error;
    },
  );
  const lost =
    typeof result === 'object' &&
    result.status === 'waiting' &&
    result.replay !== undefined;
  if (lost) execution.race.lock = lock;
  else await lock.release();
  return result;
}

/** The lock that was kept since a lost race, or a new one. */
async function takeLock(execution: Execution, key: string): Promise<Lock> {
  const kept = execution.race.lock;
  execution.race.lock = undefined;
  if (kept?.key === key) return kept;
  await kept?.release();
  return acquireLock(execution.engine, key);
}

async function attemptExternal(
  execution: Execution,
  row: StepRow,
  ready: ReadyStep,
): Promise<Result> {
  const { engine, promotion } = execution;
  const half = ready.kind.external!;
  if (row.intent && row.status === 'Running') {
    const intent = await wholeIntent(engine, ready, row.intent);
    const seen = await recognise(execution, row, { ready, intent });
    if (seen !== 'notDone') return seen;
  }
  const planned = await describeStep(engine, ready, 'effect');
  if (planned.status !== 'planned') return planned;
  const closed = await gatesClosed(execution);
  if (closed) return closed;
  if (
    (await checkDigest(execution, effectDigest(planned.effect))) === 'changed'
  )
    return 'changed';
  const intent = await guarded(engine, () =>
    half.intend(ready.context, ready.config),
  );
  if ('status' in intent && 'message' in intent) return intent as StepOutcome;
  await writeIntent(execution, row, { half, intent });
  row.intent = intent as Record<string, unknown>;
  await engine.faults.at('step.intended', {
    step: row.alias,
    promotion: promotion.name,
  });
  const outcome = await attempt(execution, row, {
    ready,
    intent: intent as Record<string, unknown>,
  });
  await engine.faults.at('step.attempted', {
    step: row.alias,
    promotion: promotion.name,
  });
  return outcome;
}

/** Before the attempt; one that stands is what the attempt goes on with. */
async function writeIntent(
  execution: Execution,
  row: StepRow,
  { half, intent }: { half: { repeats?: boolean }; intent: object },
): Promise<void> {
  const { engine, promotion } = execution;
  const shown = masked(engine.masker, intent as Record<string, unknown>);
  const stands =
    half.repeats &&
    row.status === 'Running' &&
    row.intent !== undefined &&
    canonicalJson(row.intent) === canonicalJson(shown);
  if (stands) return;
  await decide(execution, 'step.intended', {
    promotion: promotion.name,
    index: row.index,
    intent: shown,
  });
}

interface Attempt {
  ready: ReadyStep;
  intent: Record<string, unknown>;
}

/** An attempt that threw may have happened all the same: the answer was lost, so the world is asked. */
async function attempt(
  execution: Execution,
  row: StepRow,
  what: Attempt,
): Promise<Result> {
  const { engine, signal } = execution;
  const { kind, context, config } = what.ready;
  let threw = false;
  const outcome = await guarded(engine, () =>
    kind.external!.attempt(context, config, what.intent).catch(error => {
      threw = true;
      throw error;
    }),
  );
  // who interrupted it looks for itself
  if (!threw || signal.aborted) return outcome;
  const seen = await recognise(execution, row, what);
  return seen === 'notDone' ? outcome : seen;
}

async function recognise(
  execution: Execution,
  row: StepRow,
  { ready, intent }: Attempt,
): Promise<Result | 'notDone'> {
  const seen = await guarded(execution.engine, () =>
    ready.kind.external!.recognise(ready.context, ready.config, intent),
  );
  if (seen.status === 'done')
    return { status: 'succeeded', output: seen.output, message: seen.message };
  if (seen.status === 'unknown') return ask(execution, row, seen.message);
  return seen.status === 'notDone' ? 'notDone' : seen;
}

/** Gates count a third time before the first external effect, and not after it. */
async function gatesClosed(
  execution: Execution,
): Promise<StepOutcome | 'changed' | undefined> {
  const { engine, steps, promotion } = execution;
  const begun = steps.some(row => {
    const half = engine.registry.steps.get(row.uses)?.external;
    const changed = half && !half.reads?.(row.intent ?? {});
    return row.status === 'Succeeded' && changed;
  });
  if (begun) return undefined;
  const report = await gateReport(
    engine,
    { ...promotion, promotion },
    'effect',
  );
  if (!report.first) return undefined;
  if (await unapprove(engine, promotion, { report, steps })) return 'changed';
  const { gate, status, sentence } = report.first;
  const queues = engine.registry.gates.some(
    each => each.id === gate && each.queues,
  );
  if (status === 'blocked' && !queues)
    return {
      status: 'failed',
      terminal: true,
      kind: 'Errored',
      message: sentence,
    };
  return { status: 'waiting', message: sentence, retryAfterMs: 5_000 };
}

/** Equal to what was planned and approved: go on. Different where approval is needed: nothing is written, it waits again. */
async function checkDigest(
  execution: Execution,
  now: EffectDigest,
): Promise<'same' | 'changed'> {
  const { engine, promotion, effects, steps, run } = execution;
  const before = effects.find(effect => effect.step === now.step);
  if (before?.digest === now.digest) return 'same';
  const after = [...effects.filter(effect => effect.step !== now.step), now];
  const digest = planDigest({
    freight: promotion.freight.name,
    steps: promotion.steps,
    effects: after,
  });
  if (promotion.approvals.length === 0) {
    await decide(execution, 'promotion.planned', {
      promotion: promotion.name,
      digest,
      effects: after,
    });
    execution.effects = after;
    Object.assign(promotion, { digest, effects: after });
    return 'same';
  }
  const stageRow = await engine.store.stage(promotion.project, promotion.stage);
  const again = steps
    .filter(row => row.intent === undefined || row.status !== 'Succeeded')
    .map(row => row.index);
  const data = {
    promotion: promotion.name,
    stage: promotion.stage,
    steps: again,
    digest,
    effects: after,
    inputs: masked(engine.masker, run.pins.inputs),
    differences: planDifferences(effects, after, promotion.steps),
    authors: await diffAuthors(engine, promotion),
  };
  const subject = `promotion:${promotion.name}`;
  await commitAndTell(engine, promotion.project, {
    entries: [
      entryOf(engine, {
        verb: 'promotion.changed',
        actor: 'component:promotions',
        subject,
        data,
      }),
    ],
    expect: [
      expectPromotion(promotion),
      expectStage(promotion.stage, stageRow),
    ],
  });
  await engine.queue.enqueue({
    kind: 'stage',
    project: promotion.project,
    name: promotion.stage,
  });
  return 'changed';
}

async function ask(
  execution: Execution,
  row: StepRow,
  text: string,
): Promise<'stopped'> {
  await decide(execution, 'promotion.asked', {
    promotion: execution.promotion.name,
    step: row.index,
    text: execution.engine.masker.mask(text),
  });
  return 'stopped';
}
