import {
  parseApprovals,
  parseRollbackApprovalsOfStages,
  StageApprovals,
  StageRollbackApprovals,
} from './approvals';
import { parseStageNames } from './stage-names';
import { parseInterval, parseSoak, SoakEntry } from './durations';
import { parseEveryVersion } from './every-version';
import { GitopsTarget, parseGitops } from './gitops';
import { ImageEntry, parseImages } from './image';
import { MetricEntry, parseMetrics } from './metrics';
import { EntityAnnotation } from './names';
import { AnnotatedEntity, AnnotationProblems } from './problems';
import { AnnotationSyntaxError, Located } from './scanner';
import { parseQueues, StageQueue } from './queue';
import { parseStageRollouts, StageRollouts } from './stage-rollouts';
import { parseStages, StageEntry } from './stages';
import { parseTests, StageTests } from './tests';
import { parseUpdates, UpdateEntry } from './update';
import { parseVerify, VerifyEntry } from './verify';

/** What the annotations say, each for itself; names are not yet looked up. */
export interface ParsedAnnotations {
  stages?: StageEntry[];
  images?: ImageEntry[];
  gitops?: GitopsTarget;
  autoPromote: Located<string>[];
  autoRollback: Located<string>[];
  approvals: StageApprovals[];
  rollbackApprovals: StageRollbackApprovals[];
  queue: StageQueue[];
  updates: UpdateEntry[];
  interval?: string;
  everyVersion: boolean;
  soak: SoakEntry[];
  verify: VerifyEntry[];
  tests: StageTests[];
  metrics: MetricEntry[];
  rollouts: StageRollouts[];
}

/** The parser of each annotation with a grammar; the productions of the documentation have the same names. */
export const annotationParsers: Readonly<
  Record<string, (text: string) => unknown>
> = {
  [EntityAnnotation.stages]: parseStages,
  [EntityAnnotation.image]: parseImages,
  [EntityAnnotation.gitops]: parseGitops,
  [EntityAnnotation.autoPromote]: parseStageNames,
  [EntityAnnotation.autoRollback]: parseStageNames,
  [EntityAnnotation.approvals]: parseApprovals,
  [EntityAnnotation.rollbackApprovals]: parseRollbackApprovalsOfStages,
  [EntityAnnotation.queue]: parseQueues,
  [EntityAnnotation.update]: parseUpdates,
  [EntityAnnotation.interval]: parseInterval,
  [EntityAnnotation.everyVersion]: parseEveryVersion,
  [EntityAnnotation.soak]: parseSoak,
  [EntityAnnotation.verify]: parseVerify,
  [EntityAnnotation.tests]: parseTests,
  [EntityAnnotation.metrics]: parseMetrics,
  [EntityAnnotation.rollouts]: parseStageRollouts,
};

export function parseAnnotations(
  entity: AnnotatedEntity,
  problems: AnnotationProblems,
): ParsedAnnotations {
  const read = <T>(key: string, parse: (text: string) => T): T | undefined => {
    const text = textOf(entity, key);
    try {
      return text === undefined ? undefined : parse(text);
    } catch (error) {
      if (!(error instanceof AnnotationSyntaxError)) {
        throw error;
      }
      problems.add({
        key,
        message: error.message,
        cure: error.cure,
        offset: error.offset,
      });
      return undefined;
    }
  };
  return {
    stages: read(EntityAnnotation.stages, parseStages),
    images: read(EntityAnnotation.image, parseImages),
    gitops: read(EntityAnnotation.gitops, parseGitops),
    autoPromote: read(EntityAnnotation.autoPromote, parseStageNames) ?? [],
    autoRollback: read(EntityAnnotation.autoRollback, parseStageNames) ?? [],
    approvals: read(EntityAnnotation.approvals, parseApprovals) ?? [],
    rollbackApprovals:
      read(
        EntityAnnotation.rollbackApprovals,
        parseRollbackApprovalsOfStages,
      ) ?? [],
    queue: read(EntityAnnotation.queue, parseQueues) ?? [],
    updates: read(EntityAnnotation.update, parseUpdates) ?? [],
    interval: read(EntityAnnotation.interval, parseInterval),
    everyVersion:
      read(EntityAnnotation.everyVersion, parseEveryVersion) ?? false,
    soak: read(EntityAnnotation.soak, parseSoak) ?? [],
    verify: read(EntityAnnotation.verify, parseVerify) ?? [],
    tests: read(EntityAnnotation.tests, parseTests) ?? [],
    metrics: read(EntityAnnotation.metrics, parseMetrics) ?? [],
    rollouts: read(EntityAnnotation.rollouts, parseStageRollouts) ?? [],
  };
}

export function textOf(
  entity: AnnotatedEntity,
  key: string,
): string | undefined {
  return Object.hasOwn(entity.annotations, key)
    ? String(entity.annotations[key])
    : undefined;
}
