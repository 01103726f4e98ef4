import { z } from 'zod';
import { TemplateStep, WrittenStep } from '../../model/definition';
import { Finding } from '../document';
import { Path } from '../path';
import { Duration, ResourceName, rule, Variables } from './common';

const Retry = z.strictObject({
  timeout: Duration.optional(),
  errorThreshold: z.int().min(0).max(0xffff_ffff).optional(),
});

const COMMON = {
  as: z.string().optional(),
  if: z.string().optional(),
  continueOnError: z.boolean().optional(),
  retry: Retry.optional(),
  vars: Variables,
  config: z.unknown().optional(),
};

const Task = z.strictObject({
  name: ResourceName,
  kind: z.enum(['', 'PromotionTask', 'ClusterPromotionTask']).default(''),
});

/** Kargo decodes a Stage before it looks at it, so an empty `uses` is none. */
const Step = z
  .strictObject({
    uses: z.string().optional(),
    task: Task.optional(),
    ...COMMON,
  })
  .refine(
    step => !step.uses !== (step.task === undefined),
    rule('A step has exactly one of uses and task.', {
      cure: 'Write uses: <step>, such as uses: git-clone.',
    }),
  );
type StepValue = z.infer<typeof Step>;

export const Steps = z.array(Step).min(1);

const InnerStep = z
  .strictObject({
    uses: z.string().min(1).optional(),
    task: z.unknown().optional(),
    ...COMMON,
  })
  .refine(
    step => step.uses !== undefined && step.task === undefined,
    rule('A step of a task has uses, and no task.', {
      cure: 'Write uses: <step>; a task cannot refer to another one.',
    }),
  );

/** The steps of a PromotionTask. */
export const InnerSteps = z.array(InnerStep).min(1);

export const STEPS_PATH: Path = ['spec', 'promotionTemplate', 'spec', 'steps'];

export interface ReadSteps<S> {
  steps: S[];
  findings: Finding[];
}

/** The steps of a stage's template. */
export function readSteps(values: StepValue[]): ReadSteps<TemplateStep> {
  const findings = aliasFindings(values, STEPS_PATH);
  const steps = values.map((value, index): TemplateStep => {
    const path = [...STEPS_PATH, index];
    if (!value.task) {
      findings.push(...configFindings(value, path));
      return writtenStep(value);
    }
    findings.push(...taskFindings(value, path));
    const { name, kind } = value.task;
    return {
      task: { name, kind: kind || 'PromotionTask' },
      ...(value.as ? { as: value.as } : {}),
      vars: value.vars,
    };
  });
  return { steps, findings };
}

/** The steps of a task, at `path`. */
export function readInnerSteps(
  values: z.infer<typeof InnerSteps>,
  path: Path,
): ReadSteps<WrittenStep> {
  const findings = [
    ...aliasFindings(values, path),
    ...values.flatMap((value, index) =>
      configFindings(value, [...path, index]),
    ),
  ];
  return { steps: values.map(writtenStep), findings };
}

type CommonValue = Omit<StepValue, 'task'>;

function writtenStep(value: CommonValue): WrittenStep {
  const { uses = '', as, continueOnError = false, vars, config } = value;
  return {
    uses,
    ...(as ? { as } : {}),
    ...(value.if ? { if: value.if } : {}),
    continueOnError,
    retry: retryOf(value.retry),
    vars,
    config: isObject(config) ? config : {},
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function retryOf(retry: StepValue['retry']): WrittenStep['retry'] {
  return {
    ...(retry?.timeout ? { timeoutMs: retry.timeout } : {}),
    ...(retry?.errorThreshold ? { errorThreshold: retry.errorThreshold } : {}),
  };
}

function configFindings({ config }: CommonValue, path: Path): Finding[] {
  return config === undefined || isObject(config)
    ? []
    : [
        {
          path: [...path, 'config'],
          message: 'The configuration of a step is not an object.',
          cure: 'Write fields under config.',
        },
      ];
}

/** Aliases are compared without the blanks around them; `step-N` and `task-N` belong to Kargo. */
function aliasFindings(values: CommonValue[], path: Path): Finding[] {
  const seen = new Map<string, number>();
  return values.flatMap(({ as }, index): Finding[] => {
    const alias = (as ?? '').trim();
    if (!alias) return [];
    const at = { path: [...path, index, 'as'], verdict: 'admission' as const };
    if (/^(step|task)-\d+$/.test(alias)) {
      return [
        {
          ...at,
          message: `The alias ${alias} is reserved.`,
          cure: 'Use a word that says what the step does.',
        },
      ];
    }
    const other = seen.get(alias);
    seen.set(alias, other ?? index);
    return other === undefined
      ? []
      : [
          {
            ...at,
            message: `Step ${other + 1} has the alias ${alias} already.`,
            cure: 'Give each step its own alias.',
          },
        ];
  });
}

function taskFindings(value: StepValue, path: Path): Finding[] {
  const forbidden = (
    ['if', 'config', 'retry', 'continueOnError'] as const
  ).filter(field => value[field] !== undefined && value[field] !== '');
  return forbidden.map(field => ({
    path: [...path, field],
    atKey: true,
    verdict: 'admission' as const,
    message: `A step that refers to a task cannot have ${field}.`,
    cure: `Move ${field} to the steps of the task.`,
  }));
}
