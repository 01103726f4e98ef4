import { StepOutcome } from '../model/outcome';
import { Masker } from '../ports/runtime';
import { ExternalDescription } from '../registry/step';
import { PlanningContext } from './context';
import { guarded, ReadyStep } from './stepExecution';

/** What an external step would do now; what it says of it holds no secret, wherever it is written down. */
export async function describeStep(
  engine: PlanningContext,
  { kind, context, config }: ReadyStep,
): Promise<
  ExternalDescription | Exclude<StepOutcome, { status: 'succeeded' }>
> {
  const described = await guarded(engine, () =>
    kind.external!.describe(context, config),
  );
  if (described.status !== 'planned')
    return described as Exclude<StepOutcome, { status: 'succeeded' }>;
  const { call, target, ...effect } = described.effect;
  return {
    ...described,
    effect: {
      ...effect,
      target: engine.masker.mask(target),
      ...(call !== undefined && { call: masked(engine.masker, call) }),
    },
  };
}

function masked(masker: Masker, value: unknown): unknown {
  if (typeof value === 'string') return masker.mask(value);
  if (Array.isArray(value)) return value.map(each => masked(masker, each));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, masked(masker, each)]),
  );
}
