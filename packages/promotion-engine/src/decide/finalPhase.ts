import { PromotionPhase, StepStatus } from '../model/promotion';

const SEVERITY: Partial<Record<StepStatus, number>> = {
  Aborted: 1,
  Failed: 2,
  Errored: 3,
};

/** The worst status among steps that do not continue on error (Kargo: DetermineFinalPhase). */
export function finalPhase(
  steps: { status: StepStatus; continueOnError: boolean }[],
): PromotionPhase {
  const worst = steps
    .filter(step => !step.continueOnError)
    .map(step => step.status)
    .reduce<StepStatus>(
      (a, b) => ((SEVERITY[b] ?? 0) > (SEVERITY[a] ?? 0) ? b : a),
      'Succeeded',
    );
  return worst === 'Aborted' || worst === 'Failed' || worst === 'Errored'
    ? worst
    : 'Succeeded';
}
