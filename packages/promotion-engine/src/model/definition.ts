import { FreightOrigin } from './artifacts';

/** A place in a file a person wrote; lines and columns count from 1. */
export interface SourcePosition {
  file: string;
  line: number;
  column: number;
}

/** One thing that is wrong (or surprising) in a definition. */
export interface Problem {
  severity: 'error' | 'warning';
  /** `admission`: Kargo's own API server would refuse it; `runnable`: it would be accepted and then fail. */
  verdict: 'admission' | 'runnable';
  /** What is wrong, one sentence. */
  message: string;
  /** What to do, one sentence. */
  cure: string;
  position?: SourcePosition;
  /** The document, e.g. `Stage/prod`. */
  object?: string;
  /** Path inside the document, e.g. `spec.requestedFreight[0].origin`. */
  field?: string;
}

export interface ExpressionVariable {
  name: string;
  value: string;
}

export interface ImageSubscription {
  repoURL: string;
  imageSelectionStrategy: 'SemVer' | 'Lexical' | 'NewestBuild' | 'Digest';
  constraint?: string;
  strictSemvers: boolean;
  allowTagsRegexes: string[];
  ignoreTagsRegexes: string[];
  platform?: string;
  discoveryLimit: number;
  insecureSkipTLSVerify: boolean;
}

/** Exactly one kind of subscription is set; `name` is unique in the warehouse. */
export interface Subscription {
  name?: string;
  image: ImageSubscription;
}

export interface Warehouse {
  name: string;
  /** Milliseconds between two polls (Kargo: spec.interval, default 5m0s). */
  intervalMs: number;
  freightCreationPolicy: 'Automatic' | 'Manual';
  subscriptions: Subscription[];
}

export interface FreightSources {
  direct: boolean;
  stages: string[];
  requiredSoakMs: number;
  availabilityStrategy: 'OneOf' | 'All';
  selectionPolicy: 'NewestFreight' | 'MatchUpstream';
}

export interface FreightRequest {
  origin: FreightOrigin;
  sources: FreightSources;
}

/** A step as a template or a promotion holds it: configuration is never evaluated here (Kargo: PromotionStep). */
export interface StepTemplate {
  uses: string;
  as: string;
  if?: string;
  continueOnError: boolean;
  retry: { timeoutMs?: number; errorThreshold?: number };
  vars: ExpressionVariable[];
  config: Record<string, unknown>;
}

/** `2 of group:default/release-managers`; `from` is an entity ref or `owner`. */
export interface ApprovalNeed {
  count: number;
  from: string;
}

export interface ApprovalRule {
  /** All of them must be met. */
  needs: ApprovalNeed[];
  excludeRequester: boolean;
  reasonRequired: boolean;
  /** Who made the rule; what the platform says cannot be weakened by an author. */
  source: 'author' | 'platform';
}

export interface Stage {
  name: string;
  labels: Record<string, string>;
  vars: ExpressionVariable[];
  requestedFreight: FreightRequest[];
  /** Absent: a control-flow stage. */
  promotionTemplate?: { vars: ExpressionVariable[]; steps: StepTemplate[] };
  verification?: StageVerification;
  /** From `stevedore.dev/approvals` on the Stage; platform rules are added when the facts are collected. */
  approvals: ApprovalRule[];
}

export interface StageVerification {
  analysisTemplates: { name: string }[];
  args: { name: string; value: string }[];
}

export interface PromotionPolicy {
  selector: StageSelector;
  autoPromotionEnabled: boolean;
}

/** Kargo: PromotionPolicySelector; empty parts match everything. */
export interface StageSelector {
  /** Exact name, `glob:…` or `regex:…` / `regexp:…`. */
  name?: string;
  matchLabels?: Record<string, string>;
  matchExpressions?: { key: string; operator: string; values?: string[] }[];
}

/** Argo's AnalysisTemplate, the parts that run without a cluster. Durations are milliseconds. */
export interface AnalysisTemplate {
  name: string;
  args: { name: string; value?: string }[];
  metrics: AnalysisMetric[];
}

export interface AnalysisMetric {
  name: string;
  /** An integer; absent: one measurement, or until stopped when an interval is given. */
  count?: number;
  intervalMs?: number;
  initialDelayMs: number;
  successCondition?: string;
  failureCondition?: string;
  /** -1 switches the limit off. */
  failureLimit: number;
  inconclusiveLimit: number;
  consecutiveErrorLimit: number;
  consecutiveSuccessLimit?: number;
  /** Provider id (`web`) and its configuration, unevaluated (`{{args.x}}`). */
  provider: { id: string; config: Record<string, unknown> };
}

/** The pipeline of one catalog entity, validated. */
export interface Project {
  /** Kargo's Project name, which is the namespace of everything in it. */
  name: string;
  warehouses: Warehouse[];
  /** In pipeline order: upstream first. */
  stages: Stage[];
  promotionPolicies: PromotionPolicy[];
  analysisTemplates: AnalysisTemplate[];
}
