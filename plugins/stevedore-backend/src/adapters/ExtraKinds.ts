import { StevedoreEngineExtensionPoint } from '@stevedore/plugin-stevedore-node';
import {
  AnyStepKind,
  Faults,
  Gate,
  noFaults,
  VerifierKind,
} from '@stevedore/promotion-engine';

/** Collects the kinds that other modules bring. */
export class ExtraKinds implements StevedoreEngineExtensionPoint {
  readonly steps: AnyStepKind[] = [];
  readonly gates: Gate[] = [];
  readonly verifiers: VerifierKind[] = [];
  faults: Faults = noFaults;

  addStep(step: AnyStepKind): void {
    this.steps.push(step);
  }

  addGate(gate: Gate): void {
    this.gates.push(gate);
  }

  addVerifier(verifier: VerifierKind): void {
    this.verifiers.push(verifier);
  }

  setFaults(faults: Faults): void {
    this.faults = faults;
  }
}
