import { ExpressionVariable } from '../model/definition';

/** What inflation looks at of a step that runs; everything else of it is kept as it is. */
export interface PlainStep {
  as?: string;
  vars?: ExpressionVariable[];
}

export interface TaskReferringStep extends PlainStep {
  task: { kind?: string; name: string };
}

export interface InflatableTask<S> {
  kind: string;
  name: string;
  vars: readonly ExpressionVariable[];
  steps: readonly S[];
}

export interface Inflation<S> {
  steps: readonly (S | TaskReferringStep)[];
  /** Variables of the promotion: of the stage, then of its template. */
  vars: readonly ExpressionVariable[];
  tasks: readonly InflatableTask<S>[];
}

/** A task cannot be written out; the message says which and why. */
export class InflationError extends Error {
  /** Position of the step that refers to the task, from 0. */
  readonly index: number;

  constructor(index: number, message: string) {
    super(message);
    this.name = 'InflationError';
    this.index = index;
  }
}

/**
 * The steps of a promotion: each task is replaced by its steps, and every step has its alias (kargo.md 5.2).
 * Unlike Kargo's, the variables of one step never reach another.
 * @throws InflationError for a task that is not there, or a variable of it that nobody gives.
 */
export function inflateSteps<S extends PlainStep>(
  inflation: Inflation<S>,
): (S & { as: string })[] {
  return inflation.steps.flatMap((step, index): (S & { as: string })[] => {
    if (!refersToTask(step)) {
      return [{ ...step, as: step.as || `step-${index + 1}` }];
    }
    const alias = step.as || `task-${index + 1}`;
    const task = findTask(inflation, step, index);
    const vars = [
      ...defaultsThatCount(inflation, { task, step, index }),
      ...(step.vars ?? []),
    ];
    return task.steps.map((inner, position) => ({
      ...inner,
      as: `${alias}::${inner.as || `step-${position + 1}`}`,
      vars: [...vars, ...(inner.vars ?? [])],
    }));
  });
}

function refersToTask(
  step: PlainStep | TaskReferringStep,
): step is TaskReferringStep {
  return 'task' in step && step.task !== undefined;
}

function findTask<S>(
  { tasks }: Inflation<S>,
  { task: { kind, name } }: TaskReferringStep,
  index: number,
): InflatableTask<S> {
  const wanted = kind || 'PromotionTask';
  const found = tasks.find(task => task.kind === wanted && task.name === name);
  if (!found) throw new InflationError(index, `There is no ${wanted} ${name}.`);
  return found;
}

interface Use<S> {
  task: InflatableTask<S>;
  step: TaskReferringStep;
  index: number;
}

/** A variable of the promotion goes before the default of the same name, if it has a value. */
function defaultsThatCount<S>(
  { vars }: Inflation<S>,
  { task, step, index }: Use<S>,
): ExpressionVariable[] {
  const given = (name: string, by: readonly ExpressionVariable[] = []) =>
    by.some(variable => variable.name === name && variable.value);
  return task.vars.filter(({ name, value }) => {
    if (given(name, vars)) return false;
    if (!value && !given(name, step.vars)) {
      throw new InflationError(
        index,
        `The ${task.kind} ${task.name} needs the variable ${name}, and nobody gives it a value.`,
      );
    }
    return Boolean(value);
  });
}
