import { ApprovalRule } from '../../model/definition';
import { QueuePolicy } from '../../model/queuePolicy';
import { GitopsTarget } from './gitops';
import { ImageEntry } from './image';
import { MetricEntry } from './metrics';
import { UpdateEntry } from './update';
import { VerifyEntry } from './verify';

export interface AnnotatedStage {
  name: string;
  /** Empty: straight from the warehouse. */
  sources: string[];
  strategy: 'All' | 'OneOf';
  soak?: string;
  approvals?: ApprovalRule;
  /** What a rollback needs instead; absent: the same. */
  rollbackApprovals?: ApprovalRule[];
  queue?: QueuePolicy;
  check?: AnnotatedCheck;
  tests?: string[];
  /** As its annotation names them. */
  rollouts?: string[];
  /** Names of metrics. */
  metrics?: string[];
}

/** A metric that something waits for. */
export interface AnnotatedMetric extends Omit<MetricEntry, 'stages'> {
  /** Of the AnalysisTemplate. */
  name: string;
}

export interface AnnotatedCheck extends VerifyEntry {
  /** Of the AnalysisTemplate. */
  name: string;
}

/** What all annotations of an entity say together, every name known. */
export interface AnnotatedPipeline {
  project: string;
  interval?: string;
  everyVersion: boolean;
  images: ImageEntry[];
  gitops: GitopsTarget;
  updates: (UpdateEntry & { target: ImageEntry })[];
  stages: AnnotatedStage[];
  autoPromote: string[];
  autoRollback: string[];
  checks: AnnotatedCheck[];
  metrics: AnnotatedMetric[];
}
