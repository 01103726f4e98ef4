import { FreightOrigin } from './artifacts';
import { PromotionWindow } from './promotionWindow';
import { QueuePolicy } from './queuePolicy';
import { AutoRollback } from './rollback';
import { NamedRollout } from './rollout';
import { AnalysisRunPlace } from './verification';

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
  /** Tags never move: what one stands for is asked once (Kargo: cacheByTag). */
  cacheByTag?: boolean;
}

/** Kargo: GitSubscription. Patterns of paths are exact, `glob:…` or `regex:…` / `regexp:…`. */
export interface GitSubscription {
  repoURL: string;
  commitSelectionStrategy:
    | 'NewestFromBranch'
    | 'SemVer'
    | 'Lexical'
    | 'NewestTag';
  /** Absent: the default branch of the repository. */
  branch?: string;
  semverConstraint?: string;
  strictSemvers: boolean;
  allowTagsRegexes: string[];
  ignoreTagsRegexes: string[];
  /** A bare expression over the fields of a commit or a tag. */
  expressionFilter?: string;
  includePaths: string[];
  excludePaths: string[];
  /** ISO 8601; older commits of the branch are not looked at. */
  since?: string;
  discoveryLimit: number;
  insecureSkipTLSVerify: boolean;
}

/** Kargo: ChartSubscription. */
export interface ChartSubscription {
  /** `https://…` with a name, or `oci://…` without one. */
  repoURL: string;
  name?: string;
  semverConstraint?: string;
  discoveryLimit: number;
  insecureSkipTLSVerify: boolean;
}

/** Exactly one kind of subscription is set; `name` is unique in the warehouse. */
export type Subscription = { name?: string } & (
  | { image: ImageSubscription }
  | { git: GitSubscription }
  | { chart: ChartSubscription }
);

export interface Warehouse {
  name: string;
  /** Milliseconds between two polls (Kargo: spec.interval, default 5m0s). */
  intervalMs: number;
  freightCreationPolicy: 'Automatic' | 'Manual';
  /** A bare expression over what was discovered; freight is made by itself only when it is true. */
  freightCreationCriteria?: string;
  /** Each version that is discovered becomes freight, not only the newest (`stevedore.dev/every-version`). */
  everyVersion?: boolean;
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

/** A step as a promotion holds it: configuration is never evaluated here (Kargo: PromotionStep). */
export interface StepTemplate {
  uses: string;
  as: string;
  if?: string;
  continueOnError: boolean;
  retry: { timeoutMs?: number; errorThreshold?: number };
  vars: ExpressionVariable[];
  config: Record<string, unknown>;
}

/** A step as it is written, before its alias is settled. */
export type WrittenStep = Omit<StepTemplate, 'as'> & { as?: string };

/** A step of a stage's template; `inflateSteps` makes the steps of a promotion of them. */
export type TemplateStep = WrittenStep | TaskStep;

/** A step that stands for the steps of a task (Kargo: PromotionStep.task). */
export interface TaskStep {
  task: TaskReference;
  as?: string;
  vars: ExpressionVariable[];
}

export interface TaskReference {
  kind: 'PromotionTask' | 'ClusterPromotionTask';
  name: string;
}

/** Steps to use again in many stages (Kargo: PromotionTask, ClusterPromotionTask). */
export interface PromotionTask extends TaskReference {
  /** What the steps may be told; an empty value must be given by who uses the task. */
  vars: ExpressionVariable[];
  steps: WrittenStep[];
}

/** Who is meant: an entity ref, or a word that the catalog gives a meaning. */
export interface ApprovalParty {
  /** An entity ref, `owner`, `system-owner`, or `relation:<type>` of the component. */
  from: string;
  /**
   * Entity refs that a word meant when it was asked; nobody when empty. Absent for entity refs, which mean themselves,
   * and for an `owner` whose facts are given beside the rule.
   */
  stands?: string[];
}

/** `2 of group:default/release-managers`. */
export interface ApprovalNeed extends ApprovalParty {
  count: number;
}

/** Who may pass a rule in an emergency, and what follows from it. */
export interface BreakGlass {
  by: ApprovalParty;
  /** Somebody else who has to agree; absent: nobody. */
  second?: ApprovalParty;
  /** Who looks at it afterwards. */
  review: ApprovalParty;
}

export interface ApprovalRule {
  /** All of them must be met. */
  needs: ApprovalNeed[];
  excludeRequester: boolean;
  /** Nobody who wrote one of the commits that would come counts. */
  excludeAuthors?: boolean;
  reasonRequired: boolean;
  /** Milliseconds after which an approval counts no more; absent: it stays good. */
  expiresMs?: number;
  /** What a rejection does to the freight; absent: nothing, it only refuses. */
  rejection?: 'quarantines';
  /** Absent: nobody may. */
  breakGlass?: BreakGlass;
  /** Who made the rule; what the platform says cannot be weakened by an author. */
  source: 'author' | 'platform';
}

/** One destination of stages that have several (Kargo: Target). */
export interface Target {
  name: string;
  labels: Record<string, string>;
  /** Any JSON: `target.params` in expressions. */
  params: Record<string, unknown>;
}

/** The target that a stage is for, of those that the Stage of the manifests governs. */
export interface StageTarget extends Target {
  /** Name of the Stage as it is written. */
  stage: string;
}

export interface Stage {
  name: string;
  /** Set: the Stage is written once for several targets, and this is its part for one of them. */
  target?: StageTarget;
  /** Set: names of the stages for its targets. It only gathers what all of them have verified. */
  targets?: string[];
  labels: Record<string, string>;
  vars: ExpressionVariable[];
  requestedFreight: FreightRequest[];
  /** Absent: a control-flow stage. */
  promotionTemplate?: { vars: ExpressionVariable[]; steps: TemplateStep[] };
  verification?: StageVerification;
  /** From `stevedore.dev/approvals` on the Stage; platform rules are added when the facts are collected. */
  approvals: ApprovalRule[];
  /** From `stevedore.dev/rollback-approvals`: what a rollback needs instead; absent: the same. */
  rollbackApprovals?: ApprovalRule[];
  /** From `stevedore.dev/inputs`: what a person gives with a promotion; they become its variables. */
  inputs?: PromotionInput[];
  /** From `stevedore.dev/queue`; absent: see `supersededInQueue`. */
  queue?: QueuePolicy;
  /** From `stevedore.dev/tests`: names of tests that have to be reported as passed. */
  tests?: string[];
  /** From `stevedore.dev/metrics`: analysis templates that have to be good before anything enters. */
  metrics?: string[];
  /** From `stevedore.dev/rollouts`: progressive deliveries that belong to it. */
  rollouts?: NamedRollout[];
}

export interface PromotionInput {
  /** Name of the variable. */
  name: string;
  /** Absent: any text. The first stands for what nobody gave. */
  choices?: string[];
}

export interface StageVerification {
  analysisTemplates: AnalysisTemplateReference[];
  /** Of the AnalysisRun, where there is one. */
  analysisRunMetadata?: {
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
  };
  /** From `stevedore.dev/analysis-run`: Argo Rollouts measures there; absent: it is done here. */
  analysisRun?: AnalysisRunPlace;
  args: { name: string; value: string }[];
}

export interface AnalysisTemplateReference {
  kind: 'AnalysisTemplate' | 'ClusterAnalysisTemplate';
  name: string;
}

export interface PromotionPolicy {
  selector: StageSelector;
  autoPromotionEnabled: boolean;
  /** Absent: nothing goes back by itself. */
  autoRollback?: AutoRollback;
}

/** Kargo: PromotionPolicySelector; empty parts match everything. */
export interface StageSelector {
  /** Exact name, `glob:…` or `regex:…` / `regexp:…`. */
  name?: string;
  matchLabels?: Record<string, string>;
  matchExpressions?: { key: string; operator: string; values?: string[] }[];
}

/** A promotion window, and the stages that it concerns. */
export interface StageWindow {
  selector: StageSelector;
  window: PromotionWindow;
}

/** A promotion window of the platform, and the projects and stages that it concerns. */
export interface ClusterWindow extends StageWindow {
  /** By name and labels of the Project. Absent: every project. */
  projectSelector?: StageSelector;
}

/** What an operator says for all projects (Kargo: ClusterConfig), as far as it is acted upon. */
export interface ClusterConfig {
  promotionWindows: ClusterWindow[];
  /** Who commits; the key is in the platform's configuration. */
  gitClient?: { name?: string; email?: string };
}

/** Argo's AnalysisTemplate, the parts that run without a cluster. */
export interface AnalysisTemplate extends AnalysisTemplateReference {
  args: AnalysisArgument[];
  metrics: MetricTemplate[];
  /** Others whose metrics and arguments count as its own. */
  templates?: AnalysisTemplateReference[];
  /** Regular expressions: metrics with such a name are measured and decide nothing. */
  dryRun?: string[];
  /** What Argo keeps of a metric; measurements that are taken here are all kept. */
  measurementRetention?: { metricName: string; limit: number }[];
}

/** A value, a key of a secret of the project, or neither: whoever uses the template gives it. */
export interface AnalysisArgument {
  name: string;
  value?: string;
  secret?: { name: string; key: string };
}

/** A metric as it is written: a text where there is to be a number holds arguments (`{{args.x}}`). */
export type MetricTemplate = Omit<
  AnalysisMetric,
  keyof MetricNumbers | 'dryRun'
> & { [key in keyof MetricNumbers]: MetricNumbers[key] | string };

type MetricNumbers = Pick<
  AnalysisMetric,
  | 'count'
  | 'intervalMs'
  | 'initialDelayMs'
  | 'failureLimit'
  | 'inconclusiveLimit'
  | 'consecutiveErrorLimit'
  | 'consecutiveSuccessLimit'
>;

/** A metric with its arguments filled in. Durations are milliseconds. */
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
  /** Milliseconds after which it is given up, however long the answers take; absent: only its limits count. */
  withinMs?: number;
  /** Measured, and decides nothing. */
  dryRun?: boolean;
  /** Id of a verifier (`web`) and its configuration. */
  provider: { id: string; config: Record<string, unknown> };
}

/** The pipeline of one catalog entity, validated. */
export interface Project {
  /** Kargo's Project name, which is the namespace of everything in it. */
  name: string;
  /** Of the Project document; what windows of the platform may select by. */
  labels?: Record<string, string>;
  warehouses: Warehouse[];
  /** In pipeline order: upstream first. */
  stages: Stage[];
  promotionPolicies: PromotionPolicy[];
  /** Kargo: promotionWindows of the ProjectConfig, and those of a ClusterConfig beside it that select this project. */
  promotionWindows?: StageWindow[];
  analysisTemplates: AnalysisTemplate[];
  tasks: PromotionTask[];
}
