import type { ZodType } from 'zod';
import {
  ExpressionVariable,
  PromotionTask,
  Stage,
  TemplateStep,
  WrittenStep,
} from '../../model/definition';
import { Finding } from '../document';
import { STEPS_PATH } from '../documents/steps';
import { suggestion } from '../nearest';
import { ReadOptions } from '../options';
import { Path } from '../path';
import { readShape } from '../shape';
import { hasExpression } from '../templates';
import { conditionFindings } from './conditions';
import { Definition, Report } from './definition';
import {
  expressionFindings,
  Text,
  textsIn,
  variableTexts,
} from './expressions';
import {
  coercionWarnings,
  Known,
  targetWarnings,
  unknownNameWarnings,
} from './surprises';

/** Steps of stages and tasks exist, their configuration fits, and their expressions can work. */
export function checkSteps(definition: Definition): Report[] {
  return [
    ...definition.stages.flatMap(({ value, document }) =>
      stageFindings(value, definition).map(finding => ({ document, finding })),
    ),
    ...definition.tasks.flatMap(({ value, document }) =>
      taskFindings(value, definition).map(finding => ({ document, finding })),
    ),
  ];
}

interface Scope {
  definition: Definition;
  /** In sight, the nearest last. */
  vars: readonly ExpressionVariable[];
}

function stageFindings(stage: Stage, definition: Definition): Finding[] {
  const template = stage.promotionTemplate ?? { vars: [], steps: [] };
  const args = (stage.verification?.args ?? []).map(({ value }, index) => ({
    text: value,
    path: ['spec', 'verification', 'args', index, 'value'],
  }));
  const vars = [
    ...variableTexts(stage.vars, ['spec', 'vars']),
    ...variableTexts(template.vars, [...STEPS_PATH.slice(0, -1), 'vars']),
  ];
  return [
    ...textFindings([...vars, ...args], {
      definition,
      vars: [...stage.vars, ...template.vars],
    }),
    ...unknownNameWarnings(args, { vars: namesOf(stage.vars), outputs: [] }),
    ...(definition.selections.some(({ value }) => value.name === stage.name)
      ? []
      : targetWarnings([
          ...vars,
          ...args,
          ...template.steps.flatMap((step, index) =>
            textsOf(step, [...STEPS_PATH, index]),
          ),
        ])),
    ...template.steps.flatMap((step, index) => [
      ...stepFindings(step, [...STEPS_PATH, index], {
        definition,
        vars: [...stage.vars, ...template.vars],
      }),
      ...unknownNameWarnings(textsOf(step, [...STEPS_PATH, index]), {
        vars: namesOf([
          ...(stage.inputs ?? []),
          ...stage.vars,
          ...template.vars,
          ...step.vars,
        ]),
        outputs: aliasesBefore(template.steps, index),
      }),
    ]),
  ];
}

function namesOf(vars: readonly { name: string }[]): string[] {
  return vars.map(({ name }) => name);
}

function aliasesBefore(
  steps: readonly TemplateStep[],
  index: number,
): Known['outputs'] {
  return steps
    .slice(0, index)
    .map((step, position) =>
      'task' in step
        ? step.as || `task-${position + 1}`
        : step.as || `step-${position + 1}`,
    );
}

function taskFindings(task: PromotionTask, definition: Definition): Finding[] {
  const scope = { definition, vars: task.vars };
  return [
    ...textFindings(variableTexts(task.vars, ['spec', 'vars']), scope),
    ...task.steps.flatMap((step, index) =>
      stepFindings(step, ['spec', 'steps', index], scope),
    ),
  ];
}

function stepFindings(
  step: TemplateStep,
  path: Path,
  { definition, vars }: Scope,
): Finding[] {
  const texts = textFindings(textsOf(step, path), {
    definition,
    vars: [...vars, ...step.vars],
  });
  return 'task' in step
    ? texts
    : [
        ...usesFindings(step, path, definition.options),
        ...conditionFindings(step.if, [...path, 'if']),
        ...texts,
      ];
}

/** Variables and configuration; the condition has rules of its own. */
function textsOf(step: TemplateStep, path: Path): Text[] {
  return [
    ...variableTexts(step.vars, [...path, 'vars']),
    ...('task' in step ? [] : textsIn(step.config, [...path, 'config'])),
  ];
}

function textFindings(texts: Text[], { definition, vars }: Scope): Finding[] {
  const { warehouses } = definition;
  return [
    ...expressionFindings(texts),
    ...coercionWarnings(texts, {
      subscriptions: warehouses.flatMap(({ value }) => value.subscriptions),
      vars,
    }),
  ];
}

function usesFindings(
  step: WrittenStep,
  path: Path,
  options: ReadOptions,
): Finding[] {
  const { steps, unavailableSteps = {} } = options;
  if (Object.hasOwn(steps, step.uses))
    return configFindings(step, path, steps[step.uses]);
  const known = Object.keys(steps);
  const at = [...path, 'uses'];
  if (!Object.hasOwn(unavailableSteps, step.uses)) {
    const message = `There is no step ${step.uses}.`;
    return [{ path: at, message, cure: suggestion(step.uses, known) }];
  }
  return [
    {
      path: at,
      message: `This step is known to Kargo but not available here: ${step.uses}.`,
      cure: `Install the backend module that brings it, or use one of ${known.join(
        ', ',
      )}.`,
    },
    ...configFindings(step, path, unavailableSteps[step.uses]),
  ];
}

/** A value that an expression will make is not judged; that a field is missing or unknown is certain. */
function configFindings(
  step: WrittenStep,
  path: Path,
  schema: ZodType | undefined,
): Finding[] {
  const base = [...path, 'config'];
  const { findings } = schema
    ? readShape(schema, step.config, { base, unknownFields: 'runnable' })
    : { findings: [] };
  return findings
    .filter(
      finding =>
        finding.atKey ||
        !hasExpressionInside(
          valueAt(step.config, finding.path.slice(base.length)),
        ),
    )
    .map(finding => ({ ...finding, verdict: 'runnable' }));
}

function hasExpressionInside(value: unknown): boolean {
  return textsIn(value, []).some(({ text }) => hasExpression(text));
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (found, part) =>
      found && typeof found === 'object'
        ? (found as Record<string, unknown>)[part]
        : undefined,
    value,
  );
}
