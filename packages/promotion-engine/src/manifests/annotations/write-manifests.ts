import { stringify } from 'yaml';
import { ARGO_API, KARGO_API } from '../known-kinds';
import { formatApprovalRule, formatRollbackApprovals } from './approvals';
import {
  StageAnnotation,
  TemplateAnnotation,
  WarehouseAnnotation,
} from './names';
import {
  AnnotatedCheck,
  AnnotatedMetric,
  AnnotatedPipeline,
  AnnotatedStage,
} from './pipeline';
import { formatQueue } from './queue';
import { stageSteps, tagOf } from './write-steps';

type Manifest = Record<string, unknown>;

/** Whatever goes wrong after something was changed; what failed before is left alone anyway. */
const AUTO_ROLLBACK = {
  onPromotion: ['Failed', 'Errored'],
  onVerification: ['Failed', 'Error'],
};

/** Argo's, of the provider `web`. */
const DEFAULT_TIMEOUT_SECONDS = 10;

/** The pipeline as Kargo's manifests: one text of several documents, the same for the same pipeline. */
export function writeManifests(pipeline: AnnotatedPipeline): string {
  const { project, autoPromote, autoRollback } = pipeline;
  const manifests: Manifest[] = [
    { apiVersion: KARGO_API, kind: 'Project', metadata: { name: project } },
    ...(autoPromote.length + autoRollback.length > 0
      ? [projectConfig(pipeline)]
      : []),
    warehouse(pipeline),
    ...pipeline.checks.map(check => analysisTemplate(check, project)),
    ...pipeline.metrics.map(metric => metricTemplate(metric, project)),
    ...pipeline.stages.map(stage => stageManifest(stage, pipeline)),
  ];
  return manifests
    .map(manifest =>
      stringify(manifest, {
        version: '1.1',
        lineWidth: 0,
        aliasDuplicateObjects: false,
      }),
    )
    .join('---\n');
}

function namespaced(name: string, namespace: string): Manifest {
  return { name, namespace };
}

function projectConfig({
  project,
  autoPromote,
  autoRollback,
}: AnnotatedPipeline): Manifest {
  const stages = [...new Set([...autoPromote, ...autoRollback])];
  return {
    apiVersion: KARGO_API,
    kind: 'ProjectConfig',
    metadata: namespaced(project, project),
    spec: {
      promotionPolicies: stages.map(name => ({
        stageSelector: { name },
        autoPromotionEnabled: autoPromote.includes(name),
        ...(autoRollback.includes(name) && { autoRollback: AUTO_ROLLBACK }),
      })),
    },
  };
}

function warehouse({
  project,
  interval,
  everyVersion,
  images,
}: AnnotatedPipeline): Manifest {
  const annotations = { [WarehouseAnnotation.everyVersion]: 'true' };
  return {
    apiVersion: KARGO_API,
    kind: 'Warehouse',
    metadata: {
      ...namespaced(project, project),
      ...(everyVersion ? { annotations } : {}),
    },
    spec: {
      ...(interval ? { interval } : {}),
      subscriptions: images.map(
        ({ name, named, repository, strategy, constraint }) => ({
          ...(named ? { name: name.value } : {}),
          image: {
            repoURL: repository.value,
            imageSelectionStrategy: strategy,
            ...(constraint ? { constraint: constraint.value } : {}),
          },
        }),
      ),
    },
  };
}

/** Asks until the version is the promoted one; old versions and errors only cost attempts. */
function analysisTemplate(check: AnnotatedCheck, project: string): Manifest {
  const perStage = check.url.includes('{stage}');
  return {
    apiVersion: ARGO_API,
    kind: 'AnalysisTemplate',
    metadata: {
      ...namespaced(check.name, project),
      annotations: { [TemplateAnnotation.within]: check.within },
    },
    spec: {
      args: [{ name: 'version' }, ...(perStage ? [{ name: 'stage' }] : [])],
      metrics: [
        {
          name: 'version',
          interval: check.every,
          count: check.count,
          consecutiveSuccessLimit: 1,
          failureLimit: -1,
          consecutiveErrorLimit: check.count,
          successCondition: 'result == "{{args.version}}"',
          provider: {
            web: {
              url: check.url.replaceAll('{stage}', '{{args.stage}}'),
              jsonPath: check.jsonPath,
              ...timeoutOf(check),
            },
          },
        },
      ],
    },
  };
}

/** What a gate measures: one value, compared with a number. */
function metricTemplate(
  { name, url, jsonPath, comparison }: AnnotatedMetric,
  project: string,
): Manifest {
  return {
    apiVersion: ARGO_API,
    kind: 'AnalysisTemplate',
    metadata: namespaced(name, project),
    spec: {
      metrics: [
        {
          name: 'value',
          successCondition: `asFloat(result) ${comparison}`,
          provider: { web: { url, jsonPath } },
        },
      ],
    },
  };
}

/** A short check leaves time for more than one question to a host that does not answer. */
function timeoutOf({ withinMs }: AnnotatedCheck): { timeoutSeconds?: number } {
  const seconds = Math.max(1, Math.ceil(withinMs / 4_000));
  return seconds < DEFAULT_TIMEOUT_SECONDS ? { timeoutSeconds: seconds } : {};
}

function stageManifest(
  stage: AnnotatedStage,
  pipeline: AnnotatedPipeline,
): Manifest {
  const { name } = stage;
  const annotations = annotationsOf(stage);
  return {
    apiVersion: KARGO_API,
    kind: 'Stage',
    metadata: {
      ...namespaced(name, pipeline.project),
      ...(Object.keys(annotations).length > 0 && { annotations }),
    },
    spec: {
      requestedFreight: [
        {
          origin: { kind: 'Warehouse', name: pipeline.project },
          sources: sourcesOf(stage),
        },
      ],
      promotionTemplate: { spec: { steps: stageSteps(name, pipeline) } },
      ...verificationOf(stage, pipeline),
    },
  };
}

function annotationsOf({
  approvals,
  rollbackApprovals,
  queue,
  tests,
  rollouts,
  metrics,
}: AnnotatedStage): Record<string, string> {
  return {
    ...(approvals && {
      [StageAnnotation.approvals]: formatApprovalRule(approvals),
    }),
    ...(rollbackApprovals && {
      [StageAnnotation.rollbackApprovals]:
        formatRollbackApprovals(rollbackApprovals),
    }),
    ...(queue && { [StageAnnotation.queue]: formatQueue(queue) }),
    ...(tests && { [StageAnnotation.tests]: tests.join(', ') }),
    ...(rollouts && { [StageAnnotation.rollouts]: rollouts.join(', ') }),
    ...(metrics && { [StageAnnotation.metrics]: metrics.join(', ') }),
  };
}

function sourcesOf({ sources, strategy, soak }: AnnotatedStage): Manifest {
  return sources.length === 0
    ? { direct: true }
    : {
        stages: sources,
        ...(sources.length > 1 ? { availabilityStrategy: strategy } : {}),
        ...(soak ? { requiredSoakTime: soak } : {}),
      };
}

function verificationOf(
  { name, check }: AnnotatedStage,
  { images }: AnnotatedPipeline,
): Manifest {
  if (!check) {
    return {};
  }
  const stage = check.url.includes('{stage}')
    ? [{ name: 'stage', value: name }]
    : [];
  return {
    verification: {
      analysisTemplates: [{ name: check.name }],
      args: [
        { name: 'version', value: `\${{ quote(${tagOf(images[0])}) }}` },
        ...stage,
      ],
    },
  };
}
