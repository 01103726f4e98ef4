import {
  PromotionTask,
  Stage,
  TemplateStep,
  WrittenStep,
} from '../../model/definition';
import { Finding } from '../document';
import { STEPS_PATH } from '../documents/steps';
import { suggestion } from '../nearest';
import { ReadOptions, StepConfigIssue, StepConfigValidator } from '../options';
import { formatPath, Path } from '../path';
import { hasExpression, templateFault } from '../templates';
import { Definition, Report } from './definition';

/** Steps of stages and tasks exist, their configuration fits, and their expressions parse. */
export function checkSteps(definition: Definition): Report[] {
  const { options } = definition;
  return [
    ...definition.stages.flatMap(({ value, document }) =>
      stageFindings(value, options).map(finding => ({ document, finding })),
    ),
    ...definition.tasks.flatMap(({ value, document }) =>
      taskFindings(value, options).map(finding => ({ document, finding })),
    ),
  ];
}

function stageFindings(stage: Stage, options: ReadOptions): Finding[] {
  const template = stage.promotionTemplate ?? { vars: [], steps: [] };
  const templateVars: Path = [...STEPS_PATH.slice(0, -1), 'vars'];
  return [
    ...expressionFindings(variableTexts(stage.vars, ['spec', 'vars'])),
    ...expressionFindings(variableTexts(template.vars, templateVars)),
    ...expressionFindings(
      (stage.verification?.args ?? []).map(({ value }, index) => ({
        text: value,
        path: ['spec', 'verification', 'args', index, 'value'],
      })),
    ),
    ...template.steps.flatMap((step, index) =>
      stepFindings(step, [...STEPS_PATH, index], options),
    ),
  ];
}

function taskFindings(task: PromotionTask, options: ReadOptions): Finding[] {
  return [
    ...expressionFindings(variableTexts(task.vars, ['spec', 'vars'])),
    ...task.steps.flatMap((step, index) =>
      stepFindings(step, ['spec', 'steps', index], options),
    ),
  ];
}

function stepFindings(
  step: TemplateStep,
  path: Path,
  options: ReadOptions,
): Finding[] {
  const vars = expressionFindings(variableTexts(step.vars, [...path, 'vars']));
  return 'task' in step
    ? vars
    : [
        ...usesFindings(step, path, options),
        ...conditionFindings(step, path),
        ...vars,
        ...expressionFindings(textsIn(step.config, [...path, 'config'])),
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
      cure: `Leave it out, or use one of ${known.join(', ')}.`,
    },
    ...configFindings(step, path, unavailableSteps[step.uses]),
  ];
}

function configFindings(
  step: WrittenStep,
  path: Path,
  validate: StepConfigValidator | undefined,
): Finding[] {
  const issues = validate?.(step.config) ?? [];
  return issues
    .filter(
      issue =>
        issue.structural ||
        !hasExpressionInside(valueAt(step.config, issue.path)),
    )
    .map(issue => configFinding(step, issue, path));
}

function configFinding(
  step: WrittenStep,
  issue: StepConfigIssue,
  path: Path,
): Finding {
  return {
    path: [...path, 'config', ...issue.path],
    message: `The configuration of ${step.uses} is wrong at ${
      formatPath(issue.path) || 'its top'
    }: ${issue.message.replace(/\.$/, '')}.`,
    cure: `See the fields of the step ${step.uses}.`,
  };
}

function conditionFindings(step: WrittenStep, path: Path): Finding[] {
  if (step.if === undefined) {
    return [];
  }
  const at = [...path, 'if'];
  return hasExpression(step.if)
    ? expressionFindings([{ text: step.if, path: at }])
    : [
        {
          path: at,
          severity: 'warning',
          message:
            'The condition has no ${{ }}, so it is a text and never true or false; the step will err.',
          cure: `Write \${{ ${step.if} }}.`,
        },
      ];
}

interface Text {
  text: string;
  path: Path;
}

function expressionFindings(texts: Text[]): Finding[] {
  return texts.flatMap(({ text, path }): Finding[] => {
    const fault = hasExpression(text) ? templateFault(text) : undefined;
    return fault
      ? [
          {
            path,
            offset: fault.offset,
            message: `The expression does not parse: ${fault.message.replace(
              /\.$/,
              '',
            )}.`,
            cure: 'Correct the expression between ${{ and }}.',
          },
        ]
      : [];
  });
}

function variableTexts(vars: { value: string }[], path: Path): Text[] {
  return vars.map(({ value }, index) => ({
    text: value,
    path: [...path, index, 'value'],
  }));
}

function textsIn(value: unknown, path: Path): Text[] {
  if (typeof value === 'string') {
    return [{ text: value, path }];
  }
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => textsIn(item, [...path, index]));
  }
  return value && typeof value === 'object'
    ? Object.entries(value).flatMap(([key, item]) =>
        textsIn(item, [...path, key]),
      )
    : [];
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
