import { StevedoreEngineExtensionPoint } from '@stevedore/plugin-stevedore-node';
import {
  AnyStepKind,
  Engine,
  Faults,
  Gate,
  noFaults,
  VerifierKind,
} from '@stevedore/promotion-engine';

/** Collects the kinds that other modules bring, and passes on what they see move. */
export class ExtraKinds implements StevedoreEngineExtensionPoint {
  readonly steps: AnyStepKind[] = [];
  readonly gates: Gate[] = [];
  readonly verifiers: VerifierKind[] = [];
  faults: Faults = noFaults;
  #engine?: Pick<Engine, 'look'>;

  /** From now on it is the engine that is told. */
  attach(engine: Pick<Engine, 'look'>): void {
    this.#engine = engine;
  }

  async look(at: Parameters<Engine['look']>[0]): Promise<void> {
    await this.#engine?.look(at);
  }

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
