import { StevedoreEngineExtensionPoint } from '@stevedore/plugin-stevedore-node';
import {
  AnalysisRuns,
  AnyStepKind,
  Engine,
  Faults,
  Gate,
  noFaults,
  StageRollouts,
  VerifierKind,
} from '@stevedore/promotion-engine';

/** Collects the kinds that other modules bring, and passes on what they see move. */
export class ExtraKinds implements StevedoreEngineExtensionPoint {
  readonly steps: AnyStepKind[] = [];
  readonly gates: Gate[] = [];
  readonly verifiers: VerifierKind[] = [];
  faults: Faults = noFaults;
  rollouts?: StageRollouts;
  analysisRuns?: AnalysisRuns;
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

  setRollouts(rollouts: StageRollouts): void {
    if (this.rollouts) throw new Error('two modules bring rollouts of stages');
    this.rollouts = rollouts;
  }

  setAnalysisRuns(runs: AnalysisRuns): void {
    if (this.analysisRuns) throw new Error('two modules bring AnalysisRuns');
    this.analysisRuns = runs;
  }

  setFaults(faults: Faults): void {
    this.faults = faults;
  }
}
