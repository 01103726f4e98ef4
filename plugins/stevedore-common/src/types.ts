import { components } from './generated/openapi';

type Schemas = components['schemas'];

/** Everything for the first paint of one entity's page. */
export type Pipeline = Schemas['Pipeline'];
/** A page of what runs where, for the page of the platform. */
export type PipelinePage = Schemas['PipelinePage'];
export type UnmappedProject = Schemas['UnmappedProject'];
export type UnmappedProjects = Schemas['UnmappedProjects'];
export type PipelineOverview = Schemas['PipelineOverview'];
export type PipelineStage = Schemas['Stage'];
export type HealthCheck = Schemas['HealthCheck'];
export type PipelineEdge = Schemas['Edge'];
export type PipelineWarehouse = Schemas['Warehouse'];
export type WarehouseCondition = Schemas['WarehouseCondition'];
export type VerificationDetail = Schemas['VerificationDetail'];
export type Metric = Schemas['Metric'];
export type WarehouseDetail = Schemas['WarehouseDetail'];
/** What one subscription found. */
export type FoundVersions = Schemas['Found'];
export type PipelineProblem = Schemas['Problem'];
export type StageHold = Schemas['Hold'];
export type StageVerificationState = Schemas['Verification'];

/** One freight with the state of its cell in every stage. */
export type FreightItem = Schemas['Freight'];
export type FreightAsk = Schemas['FreightAsk'];
export type AliasAsk = Schemas['AliasAsk'];
/** What a person said about freight, and why. */
export type FreightMark = Schemas['Mark'];
export type WaiverAsk = Schemas['WaiverAsk'];
export type QuarantineAsk = Schemas['QuarantineAsk'];
export type FreightPage = Schemas['FreightPage'];
export type FreightSummary = Schemas['FreightSummary'];
export type FreightVersion = Schemas['Version'];
export type FreightCell = Schemas['Cell'];
export type FreightCellState = Schemas['CellState'];

export type Promotion = Schemas['Promotion'];
export type PromotionPage = Schemas['PromotionPage'];
export type PromotionDetail = Schemas['PromotionDetail'];
export type PromotionStep = Schemas['Step'];
export type PromotionApproval = Schemas['Approval'];
export type PromotionNeed = Schemas['Need'];
export type PromotionPhaseName = Schemas['PromotionPhase'];
export type PromotionPlan = Schemas['Plan'];
export type PromotionLink = Schemas['Link'];
/** What comes, what it replaces and what lies between. */
export type FreightChange = Schemas['Change'];
export type PlanAnswer = Schemas['PlanAnswer'];
export type GateVerdict = Schemas['GateVerdict'];
export type LogPage = Schemas['LogPage'];

export type HistoryEntry = Schemas['HistoryEntry'];
export type HistoryPage = Schemas['HistoryPage'];
/** Raw entries of the ledger; the chain verifies over exactly these. */
export type LedgerPage = Schemas['LedgerPage'];
export type LedgerVerdict = Schemas['LedgerVerdict'];
export type Waiting = Schemas['Waiting'];
/** A running step that asks the caller. */
export type WaitingStep = Schemas['WaitingStep'];
/** What a running step asks people. */
export type PromotionStepAsk = Schemas['StepAsk'];
export type GlassAsk = Schemas['GlassAsk'];
export type AnswerAsk = Schemas['AnswerAsk'];
/** Somebody has to look at what was passed in an emergency. */
export type PromotionReview = Schemas['Review'];
export type Delegation = Schemas['Delegation'];
export type Delegations = Schemas['Delegations'];
export type DelegationAsk = Schemas['DelegationAsk'];

/** What a stage could go back to, by origin, and why not where it cannot. */
export type RollbackOptions = Schemas['RollbackOptions'];
/** The commits between two freight. */
export type CommitsAnswer = Schemas['CommitsAnswer'];
export type SourceCommits = Schemas['SourceCommits'];
export type SourceCommit = Schemas['SourceCommit'];
export type DriftReport = Schemas['DriftReport'];
export type StageDrift = Schemas['StageDrift'];
export type DriftRow = Schemas['DriftRow'];
export type DriftSide = Schemas['DriftSide'];
export type DriftVerdict = Schemas['DriftVerdict'];
export type RollbackOption = Schemas['RollbackOption'];
export type RollbackAsk = Schemas['RollbackAsk'];
/** The last rollback of a stage, or why its policy did not go back. */
export type StageRollbackState = Schemas['StageRollback'];

/** Progressive deliveries of a stage in its clusters. */
export type RolloutList = Schemas['RolloutList'];
export type Rollout = Schemas['Rollout'];
export type RolloutRevision = Schemas['RolloutRevision'];
export type RolloutAsk = Schemas['RolloutAsk'];
export type RolloutActName = Schemas['RolloutActName'];

export type PlanAsk = Schemas['PlanAsk'];
export type PromotionAsk = Schemas['PromotionAsk'];
export type TargetsAsk = Schemas['TargetsAsk'];
/** What became of freight in each target that it was asked for. */
export type TargetAnswers = Schemas['TargetAnswers'];
export type DecisionAsk = Schemas['Decision'];
export type ReasonAsk = Schemas['Reason'];
export type HoldAsk = Schemas['HoldAsk'];

/** What every gate says of one freight at one moment. */
export type GateAnswer = Schemas['GateAnswer'];
export type TestAsk = Schemas['TestAsk'];
export type LockAsk = Schemas['LockAsk'];
export type ReleaseAsk = Schemas['ReleaseAsk'];
export type EndAsk = Schemas['EndAsk'];
export type WindowAsk = Schemas['WindowAsk'];
export type ImportAsk = Schemas['ImportAsk'];
/** What became of an imported calendar. */
export type Imported = Schemas['Imported'];
export type Calendar = Schemas['Calendar'];
export type CalendarWindowItem = Schemas['Window'];
export type LockItem = Schemas['Lock'];
