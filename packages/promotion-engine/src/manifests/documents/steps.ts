import { z } from 'zod';
import { StepTemplate } from '../../model/definition';
import { Finding } from '../document';
import { Path } from '../path';
import { Duration, ResourceName, rule, Variables } from './common';

const Task = z.strictObject({
  name: ResourceName,
  kind: z
    .enum(['PromotionTask', 'ClusterPromotionTask'])
    .default('PromotionTask'),
});

const Step = z
  .strictObject({
    uses: z.string().min(1).optional(),
    task: Task.optional(),
    as: z.string().optional(),
    if: z.string().optional(),
    continueOnError: z.boolean().optional(),
    retry: z
      .strictObject({
        timeout: Duration.optional(),
        errorThreshold: z.int().min(0).optional(),
      })
      .optional(),
    vars: Variables,
    config: z.unknown().optional(),
  })
  .refine(
    step => (step.uses === undefined) !== (step.task === undefined),
    rule('A step has exactly one of uses and task.', {
      cure: 'Write uses: <step>, such as uses: git-clone.',
    }),
  );

export const Steps = z.array(Step).min(1);
type StepValue = z.infer<typeof Step>;

export const STEPS_PATH: Path = ['spec', 'promotionTemplate', 'spec', 'steps'];

/** Steps with their final aliases; aliases are trimmed, and `step-N` belongs to Kargo. */
export function readSteps(values: StepValue[]): {
  steps: StepTemplate[];
  findings: Finding[];
} {
  const findings: Finding[] = [];
  const steps: StepTemplate[] = [];
  const aliases = new Map<string, number>();
  values.forEach((value, index) => {
    const path = [...STEPS_PATH, index];
    const alias = (value.as ?? '').trim();
    findings.push(...aliasFindings(alias, { path, aliases }));
    if (alias) {
      aliases.set(alias, index);
    }
    if (value.task) {
      findings.push(...taskFindings(value, path));
      return;
    }
    const config = value.config ?? {};
    if (typeof config !== 'object' || Array.isArray(config)) {
      findings.push({
        path: [...path, 'config'],
        message: 'The configuration of a step is not an object.',
        cure: 'Write fields under config.',
      });
      return;
    }
    steps.push({
      uses: value.uses ?? '',
      as: alias || `step-${index + 1}`,
      ...(value.if ? { if: value.if } : {}),
      continueOnError: value.continueOnError ?? false,
      retry: retryOf(value.retry),
      vars: value.vars,
      config: config as Record<string, unknown>,
    });
  });
  return { steps, findings };
}

function retryOf(retry: StepValue['retry']): StepTemplate['retry'] {
  return {
    ...(retry?.timeout ? { timeoutMs: retry.timeout } : {}),
    ...(retry?.errorThreshold ? { errorThreshold: retry.errorThreshold } : {}),
  };
}

function aliasFindings(
  alias: string,
  { path, aliases }: { path: Path; aliases: Map<string, number> },
): Finding[] {
  const at = { path: [...path, 'as'], verdict: 'admission' as const };
  if (/^(step|task)-\d+$/.test(alias)) {
    return [
      {
        ...at,
        message: `The alias ${alias} is reserved.`,
        cure: 'Use a word that says what the step does.',
      },
    ];
  }
  return aliases.has(alias)
    ? [
        {
          ...at,
          message: `Step ${
            aliases.get(alias)! + 1
          } has the alias ${alias} already.`,
          cure: 'Give each step its own alias.',
        },
      ]
    : [];
}

function taskFindings(value: StepValue, path: Path): Finding[] {
  const forbidden = (
    ['if', 'config', 'retry', 'continueOnError'] as const
  ).filter(field => value[field] !== undefined && value[field] !== '');
  return [
    ...forbidden.map(field => ({
      path: [...path, field],
      atKey: true,
      verdict: 'admission' as const,
      message: `A step that refers to a task cannot have ${field}.`,
      cure: `Move ${field} to the steps of the task.`,
    })),
    {
      path: [...path, 'task'],
      atKey: true,
      message: `${value.task?.kind} is not supported yet.`,
      cure: 'Write the steps of the task here.',
    },
  ];
}
