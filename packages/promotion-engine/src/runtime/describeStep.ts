import { StepOutcome } from '../model/outcome';
import { FileChange } from '../model/promotion';
import { ExternalDescription } from '../registry/step';
import { PlanningContext } from './context';
import { masked } from './masking';
import { guarded, ReadyStep } from './stepExecution';

/** What an external step would do now; what it says of it holds no secret, wherever it is written down. */
export async function describeStep(
  engine: PlanningContext,
  { kind, context, config }: ReadyStep,
  detail: 'all' | 'effect',
): Promise<
  ExternalDescription | Exclude<StepOutcome, { status: 'succeeded' }>
> {
  const described = await guarded(engine, () =>
    kind.external!.describe(context, config, detail),
  );
  if (described.status !== 'planned')
    return described as Exclude<StepOutcome, { status: 'succeeded' }>;
  const { masker } = engine;
  const { call, target, files, ...effect } = described.effect;
  const withName = (file: FileChange) => ({
    ...file,
    path: masker.mask(file.path),
  });
  const { diffs, readSet } = described;
  return {
    ...described,
    effect: {
      ...effect,
      target: masker.mask(target),
      ...(files && { files: files.map(withName) }),
      ...(call !== undefined && { call: masked(masker, call) }),
    },
    ...(diffs && { diffs: masked(masker, diffs) }),
    ...(readSet && { readSet: masked(masker, readSet) }),
  };
}
