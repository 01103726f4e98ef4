export * from './adapters/charts';
export * from './adapters/git';
export * from './adapters/http';
export * from './adapters/oci';
export * from './adapters/programs';
export * from './adapters/system';
export * from './decide/analysis';
export { describeRun } from './decide/analysisRun/newAnalysisRun';
export * from './decide/approvalState';
export * from './decide/approvals/review';
export * from './decide/approvals/whyNotWithdraw';
export * from './decide/autoPromotion';
export * from './decide/availabilityFacts';
export * from './decide/canonicalJson';
export * from './decide/cellState';
export { promotionName } from './decide/promotionName';
export { queuedUntil } from './decide/queuedUntil';
export * from './decide/commits';
export * from './decide/digest';
export type {
  DriftRow,
  DriftSide,
  DriftVerdict,
  RunningFacts,
  RunningRevision,
} from './decide/drift';
export * from './decide/evaluateGates';
export * from './decide/fold/applyDecision';
export * from './decide/fold/foldEntry';
export * from './decide/fold/rowSet';
export * from './decide/freightId';
export * from './decide/health';
export * from './decide/isAutoPromotionEnabled';
export * from './decide/ledgerChain';
export * from './decide/stepAnswers';
export * from './decide/verificationActs';
export * from './decide/windows';
export * from './decide/rollback';
export * from './manifests';
export * from './model/analysisRun';
export * from './model/artifacts';
export * from './model/calendar';
export * from './model/definition';
export * from './model/discovery';
export { formatDuration, parseDuration } from './model/duration';
export * from './model/errors';
export * from './model/freight';
export * from './model/gate';
export * from './model/ledger';
export * from './model/measured';
export * from './model/outcome';
export * from './model/paging';
export * from './model/promotion';
export * from './model/rollback';
export * from './model/rollout';
export * from './model/rows';
export * from './model/promotionWindow';
export * from './model/queuePolicy';
export * from './model/scope';
export * from './model/sourceKey';
export * from './model/stageRules';
export * from './model/testResult';
export * from './model/tickets';
export * from './model/stepAsk';
export * from './model/urls';
export * from './model/verification';
export * from './ports/analysisRuns';
export * from './ports/artifacts';
export * from './ports/charts';
export * from './ports/git';
export * from './ports/grants';
export * from './ports/programs';
export * from './ports/registry';
export * from './ports/rollouts';
export * from './ports/runtime';
export * from './ports/secrets';
export * from './ports/store';
export * from './ports/transcript';
export * from './registry/argocdSchemas';
export * from './registry/builtInKinds';
export * from './registry/readOptionsOf';
export * from './registry/registry';
export * from './registry/source';
export * from './registry/step';
export * from './registry/verifier';
export * from './runtime/context';
export * from './runtime/createEngine';
export type {
  ComingCommits,
  CommitsQuestion,
  SourceCommits,
} from './runtime/commits';
export type { StageDrift } from './runtime/drift';
export * from './runtime/engine';
export * from './runtime/calendarFacts';
export * from './runtime/facts';
export * from './runtime/findUnmatched';
export { askedByEmail } from './runtime/people/answerStep';
export { delegationsTo } from './runtime/people/delegationsTo';
export * from './runtime/gatekeeping';
export * from './runtime/rollouts';
export * from './runtime/planOffline';
export { SharedSightings } from './runtime/Sightings';
export * from './runtime/rollback/findRollback';
