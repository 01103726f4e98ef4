import { InflationError, inflateSteps } from '../../decide/inflateSteps';
import { Stage, TaskStep, WrittenStep } from '../../model/definition';
import { Finding } from '../document';
import { StageAnnotation } from '../annotations/names';
import { STEPS_PATH } from '../documents/steps';
import { suggestion } from '../nearest';
import { Path } from '../path';
import { declaredNames, Definition, Report } from './definition';

/** Tasks that stages refer to exist, get what they need, and give every step of a promotion an alias of its own. */
export function checkTasks(definition: Definition): Report[] {
  return definition.stages.flatMap(({ value: stage, document }) =>
    stageFindings(stage, definition).map(finding => ({ document, finding })),
  );
}

function stageFindings(stage: Stage, definition: Definition): Finding[] {
  const steps = stage.promotionTemplate?.steps ?? [];
  const findings = inputFindings(stage);
  findings.push(
    ...steps.flatMap((step, index) =>
      'task' in step
        ? referenceFindings({ stage, step, definition }, [...STEPS_PATH, index])
        : [],
    ),
  );
  return findings.length > 0 ? findings : aliasFindings(stage, definition);
}

interface Reference {
  stage: Stage;
  step: TaskStep;
  definition: Definition;
}

function referenceFindings(
  { stage, step, definition }: Reference,
  path: Path,
): Finding[] {
  const { kind, name } = step.task;
  const known = declaredNames(definition, kind);
  if (!known.includes(name)) {
    return [
      {
        path: [...path, 'task', 'name'],
        message: `There is no ${kind} ${name}.`,
        cure: suggestion(name, known),
      },
    ];
  }
  const isRead = definition.tasks.some(
    ({ value }) => value.kind === kind && value.name === name,
  );
  const fault = isRead ? inflationFault(stage, [step], definition) : undefined;
  return fault
    ? [
        {
          path: [...path, 'task'],
          atKey: true,
          message: fault.message,
          cure: 'Give it in vars of this step, of the template or of the Stage, or write a default into the task.',
        },
      ]
    : [];
}

function inflationFault(
  stage: Stage,
  steps: (WrittenStep | TaskStep)[],
  definition: Definition,
): InflationError | undefined {
  try {
    inflated(stage, steps, definition);
    return undefined;
  } catch (error) {
    if (error instanceof InflationError) return error;
    throw error;
  }
}

function inflated(
  stage: Stage,
  steps: (WrittenStep | TaskStep)[],
  definition: Definition,
) {
  return inflateSteps<WrittenStep>({
    steps,
    vars: [
      ...(stage.inputs ?? []).map(({ name, choices = [] }) => ({
        name,
        value: choices[0] ?? '',
      })),
      ...stage.vars,
      ...(stage.promotionTemplate?.vars ?? []),
    ],
    tasks: definition.tasks.map(({ value }) => value),
  });
}

/** A step `a::b` and the step `b` of a task `a` would overwrite each other's outputs. */
function aliasFindings(stage: Stage, definition: Definition): Finding[] {
  const steps = stage.promotionTemplate?.steps ?? [];
  if (inflationFault(stage, steps, definition)) return [];
  const seen = new Set<string>();
  const twice = inflated(stage, steps, definition).find(({ as }) => {
    const known = seen.has(as);
    seen.add(as);
    return known;
  });
  return twice
    ? [
        {
          path: STEPS_PATH,
          message: `Two steps of a promotion to ${stage.name} have the alias ${twice.as}.`,
          cure: 'Choose other words for as; :: stands between a task and its step.',
        },
      ]
    : [];
}

/** A variable of the stage would take the place of an input of the same name, unseen. */
function inputFindings({
  inputs = [],
  vars,
  promotionTemplate,
}: Stage): Finding[] {
  const taken = [...vars, ...(promotionTemplate?.vars ?? [])];
  return inputs
    .filter(input => taken.some(({ name }) => name === input.name))
    .map(({ name }) => ({
      path: ['metadata', 'annotations', StageAnnotation.inputs],
      message: `The input ${name} is also a variable of the stage.`,
      cure: 'Remove the variable, or give the input another name.',
    }));
}
