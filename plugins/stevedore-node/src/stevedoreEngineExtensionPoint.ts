import { createExtensionPoint } from '@backstage/backend-plugin-api';
import {
  AnyStepKind,
  Faults,
  Gate,
  VerifierKind,
} from '@stevedore/promotion-engine';

/** What modules may add to the engine. Ids must be new: a second kind with a known id stops the start. */
export interface StevedoreEngineExtensionPoint {
  addStep(step: AnyStepKind): void;
  addGate(gate: Gate): void;
  addVerifier(verifier: VerifierKind): void;
  /** Named race points, for tests of what happens when a process dies there. */
  setFaults(faults: Faults): void;
}

export const stevedoreEngineExtensionPoint =
  createExtensionPoint<StevedoreEngineExtensionPoint>({
    id: 'stevedore.engine',
  });
