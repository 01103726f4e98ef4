export { stepConfig, stepRuns } from './evaluateStep';
export type { StepSituation } from './evaluateStep';
export { evaluateArguments, evaluateCondition } from './evaluateVerification';
export type { VerificationFacts } from './evaluateVerification';
export { factSource, pinnedFacts } from './factSource';
export { withFacts } from './withFacts';
export type { FactSource } from './withFacts';
