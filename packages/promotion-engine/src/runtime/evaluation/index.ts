export { stepConfig, stepRuns } from './evaluateStep';
export type { StepSituation } from './evaluateStep';
export { evaluateArguments, evaluateCondition } from './evaluateVerification';
export type { VerificationFacts } from './evaluateVerification';
export { explainError } from './explainError';
export { factSource, pinnedFacts, readTexts } from './factSource';
export { withFacts } from './withFacts';
export type { FactSource } from './withFacts';
