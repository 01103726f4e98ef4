import { z } from 'zod';
import { AnalysisRunPlace } from '../../model/verification';
import { FreightRequest, Stage, TemplateStep } from '../../model/definition';
import { TargetSelection } from '../checks/definition';
import { StageAnnotation } from '../annotations/names';
import { Finding, ManifestDocument } from '../document';
import { readShape } from '../shape';
import {
  Interval,
  LabelSelectorFields,
  objectShape,
  Shard,
  TextMap,
  Variables,
} from './common';
import { labelSelectorFault } from './label-selector';
import { readStageAnnotations } from './stage-annotations';
import { Steps, readSteps } from './steps';

const Sources = z
  .strictObject({
    direct: z.boolean().default(false),
    stages: z.array(z.string()).default([]),
    requiredSoakTime: Interval.optional(),
    availabilityStrategy: z.enum(['', 'OneOf', 'All']).default(''),
    autoPromotionOptions: z
      .strictObject({
        selectionPolicy: z.enum(['NewestFreight', 'MatchUpstream']).optional(),
      })
      .optional(),
  })
  .default({ direct: false, stages: [], availabilityStrategy: '' });

const Shape = objectShape(
  z.strictObject({
    shard: Shard,
    vars: Variables,
    requestedFreight: z
      .array(
        z.strictObject({
          origin: z.strictObject({
            kind: z.literal('Warehouse'),
            name: z.string().min(1),
          }),
          sources: Sources,
        }),
      )
      .min(1),
    promotionTemplate: z
      .strictObject({
        spec: z.strictObject({ vars: Variables, steps: Steps.optional() }),
      })
      .optional(),
    verification: z
      .strictObject({
        analysisTemplates: z
          .array(
            z.strictObject({
              name: z.string().default(''),
              kind: z
                .enum(['', 'AnalysisTemplate', 'ClusterAnalysisTemplate'])
                .default('')
                .transform(kind => kind || 'AnalysisTemplate'),
            }),
          )
          .default([]),
        analysisRunMetadata: z
          .strictObject({
            labels: TextMap.optional(),
            annotations: TextMap.optional(),
          })
          .optional(),
        args: z
          .array(
            z.strictObject({
              name: z.string().default(''),
              value: z.string().default(''),
            }),
          )
          .default([]),
      })
      .optional(),
    targets: z
      .strictObject({
        selectors: z.array(z.strictObject(LabelSelectorFields)),
      })
      .optional(),
  }),
);
type StageValue = z.infer<typeof Shape>;

export interface StageResult {
  stage?: Stage;
  /** Absent: the stage has no targets. */
  selection?: TargetSelection;
  findings: Finding[];
}

export function readStage(document: ManifestDocument): StageResult {
  const { value, findings } = readShape(Shape, document.value);
  if (!value) {
    return { findings };
  }
  const { spec, metadata } = value;
  const steps = readSteps(spec.promotionTemplate?.spec.steps ?? []);
  const own = readStageAnnotations(metadata.annotations);
  findings.push(
    ...steps.findings,
    ...own.findings,
    ...requestFindings(value),
    ...idleRun(spec.verification, own.analysisRun),
    ...selectorFindings(value),
  );
  return {
    ...(spec.targets && {
      selection: { name: metadata.name, selectors: spec.targets.selectors },
    }),
    stage: {
      name: metadata.name,
      labels: metadata.labels,
      vars: spec.vars,
      requestedFreight: spec.requestedFreight.map(toRequest),
      ...templateOf(spec.promotionTemplate?.spec.vars ?? [], steps.steps),
      ...verificationOf(spec.verification, own.analysisRun),
      approvals: own.approvals,
      ...(own.rollbackApprovals && {
        rollbackApprovals: own.rollbackApprovals,
      }),
      ...(own.inputs.length > 0 ? { inputs: own.inputs } : {}),
      ...(own.queue && { queue: own.queue }),
      ...(own.tests && { tests: own.tests }),
      ...(own.metrics && { metrics: own.metrics }),
      ...(own.rollouts && { rollouts: own.rollouts }),
    },
    findings,
  };
}

function toRequest({
  origin,
  sources,
}: StageValue['spec']['requestedFreight'][number]): FreightRequest {
  return {
    origin,
    sources: {
      direct: sources.direct,
      stages: sources.stages,
      requiredSoakMs: sources.requiredSoakTime ?? 0,
      availabilityStrategy: sources.availabilityStrategy || 'OneOf',
      selectionPolicy:
        sources.autoPromotionOptions?.selectionPolicy ?? 'NewestFreight',
    },
  };
}

/** A place for runs where there is nothing to run. */
function idleRun(
  verification: StageValue['spec']['verification'],
  analysisRun: AnalysisRunPlace | undefined,
): Finding[] {
  if (!analysisRun || verification?.analysisTemplates.length) return [];
  return [
    {
      path: ['metadata', 'annotations', StageAnnotation.analysisRun],
      severity: 'warning',
      message: 'The stage has no verification that an AnalysisRun could make.',
      cure: 'Add spec.verification, or remove the annotation.',
    },
  ];
}

/** A template without steps is Kargo's control-flow stage, as is none. */
function templateOf(
  vars: Stage['vars'],
  steps: TemplateStep[],
): Pick<Stage, 'promotionTemplate'> {
  return steps.length > 0 ? { promotionTemplate: { vars, steps } } : {};
}

function verificationOf(
  verification: StageValue['spec']['verification'],
  analysisRun: AnalysisRunPlace | undefined,
): Pick<Stage, 'verification'> {
  if (!verification || verification.analysisTemplates.length === 0) {
    return {};
  }
  const { analysisTemplates, analysisRunMetadata, args } = verification;
  return {
    verification: {
      analysisTemplates,
      args,
      ...(analysisRunMetadata && { analysisRunMetadata }),
      ...(analysisRun && { analysisRun }),
    },
  };
}

function requestFindings({ spec }: StageValue): Finding[] {
  const findings: Finding[] = [];
  const origins = new Map<string, number>();
  spec.requestedFreight.forEach(({ origin, sources }, index) => {
    const path = ['spec', 'requestedFreight', index];
    if (origins.has(origin.name)) {
      findings.push({
        path: [...path, 'origin'],
        verdict: 'admission',
        message: `Freight of Warehouse ${
          origin.name
        } is requested already, at spec.requestedFreight[${origins.get(
          origin.name,
        )}].`,
        cure: 'Keep one entry per Warehouse.',
      });
    }
    origins.set(origin.name, origins.get(origin.name) ?? index);
    const fromOneStage = !sources.direct && sources.stages.length === 1;
    if (
      sources.autoPromotionOptions?.selectionPolicy === 'MatchUpstream' &&
      !fromOneStage
    ) {
      findings.push({
        path: [...path, 'sources', 'autoPromotionOptions', 'selectionPolicy'],
        verdict: 'admission',
        message:
          'MatchUpstream needs exactly one upstream stage and no direct source.',
        cure: 'Name one stage in sources.stages and remove direct, or use NewestFreight.',
      });
    }
  });
  return findings;
}

function selectorFindings({ spec }: StageValue): Finding[] {
  const findings: Finding[] = [];
  spec.targets?.selectors.forEach((selector, index) => {
    const fault = labelSelectorFault(selector);
    if (fault) {
      findings.push({
        path: ['spec', 'targets', 'selectors', index, ...fault.path],
        verdict: 'admission',
        message: fault.message,
        cure: fault.cure,
      });
    }
  });
  return findings;
}
