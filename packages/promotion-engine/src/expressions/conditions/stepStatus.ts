import { Fault } from '../errors';
import {
  FunctionSet,
  functionSet,
  NamedLater,
  typed,
} from '../functions/definition';
import { BOOL, STRING } from '../types/staticType';

/** What is known of an earlier step of the same promotion. */
export interface StepState {
  readonly alias: string;
  readonly status: string;
  readonly continueOnError?: boolean;
}

/**
 * Kargo's `always()`, `success()`, `failure()` and `status(alias)`. A step counts as failed when it is Failed
 * or Errored and was not to continue on errors. Inside a task (`task::step`) aliases are those of the task.
 */
export function statusFunctions(
  steps: readonly StepState[],
  alias = '',
): FunctionSet {
  const failed = hasFailure(steps);
  return functionSet({
    always: constant(true),
    success: constant(!failed),
    failure: constant(failed),
    status: typed({
      signatures: [{ parameters: [STRING] }],
      result: STRING,
      call: ([name]) => {
        if (name === '') {
          throw new Fault('the alias must not be empty');
        }
        return statusOf(steps, name as string, taskOf(alias));
      },
    }),
  });
}

export function hasFailure(steps: readonly StepState[]): boolean {
  return steps.some(
    step =>
      !step.continueOnError &&
      (step.status === 'Failed' || step.status === 'Errored'),
  );
}

/** The task that a step belongs to: what stands before the one `::` in its alias. */
export function taskOf(alias: string): string | undefined {
  const parts = alias.split('::');
  return parts.length === 2 ? parts[0] : undefined;
}

function statusOf(
  steps: readonly StepState[],
  name: string,
  task: string | undefined,
): string {
  const wanted = task === undefined ? name : `${task}::${name}`;
  const outside = task === undefined && name.includes('::');
  return outside ? '' : steps.find(step => step.alias === wanted)?.status ?? '';
}

function constant(value: boolean): NamedLater {
  return typed({
    signatures: [{ parameters: [] }],
    result: BOOL,
    call: () => value,
  });
}
