import { NeedsFact } from '../expressions';
import { StepTemplate } from '../model/definition';
import { Run } from './run';

/** Later steps see the output of a step under its alias; some steps of a task also speak for their task. */
export function recordOutput(
  run: Pick<Run, 'outputs' | 'propagates'>,
  { as, uses }: Pick<StepTemplate, 'as' | 'uses'>,
  output: unknown,
): void {
  run.outputs[as] = output;
  const [task, step] = as.split('::');
  if (step === undefined || !run.propagates(uses)) return;
  const before = run.outputs[task];
  if (before instanceof NeedsFact) return;
  run.outputs[task] =
    output instanceof NeedsFact
      ? output
      : { ...(before as object | undefined), ...(output as object) };
}
