import { createExtensionPoint } from '@backstage/backend-plugin-api';
import {
  AnalysisRuns,
  AnyStepKind,
  Engine,
  Faults,
  Gate,
  StageRollouts,
  VerifierKind,
} from '@stevedore/promotion-engine';

/** What modules may add to the engine. Ids must be new: a second kind with a known id stops the start. */
export interface StevedoreEngineExtensionPoint {
  addStep(step: AnyStepKind): void;
  addGate(gate: Gate): void;
  addVerifier(verifier: VerifierKind): void;
  /**
   * Says that something moved which a promotion waits for, or the health of a stage depends on. Before the engine has
   * started it does nothing: then everything is looked at anyway.
   */
  look: Engine['look'];
  /** Progressive deliveries of stages, wherever they run; there can be one provider of them. */
  setRollouts(rollouts: StageRollouts): void;
  /** Where verifications run that ask for an AnalysisRun; there can be one provider of them. */
  setAnalysisRuns(runs: AnalysisRuns): void;
  /** Named race points, for tests of what happens when a process dies there. */
  setFaults(faults: Faults): void;
}

export const stevedoreEngineExtensionPoint =
  createExtensionPoint<StevedoreEngineExtensionPoint>({
    id: 'stevedore.engine',
  });
