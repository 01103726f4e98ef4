import { PromotionPlan } from '@stevedore/plugin-stevedore-common';
import { FileDiff, readFileDiff } from '../diff/fileDiff';

/** One thing in the world that would be written: a branch with its files, or a call. */
export interface PlanTarget {
  step: string;
  kind: string;
  /** e.g. `main of https://github.com/acme/deploy`. */
  target: string;
  paths: string[];
  /** Absent where the reader may not see contents. */
  diffs?: FileDiff[];
  /** What is sent, as text. */
  call?: string;
  /** It depends on what a step before it gives. */
  unknown: boolean;
}

/** Everything that would be written, in the order of the steps. */
export function planTargets({ effects, diffs }: PromotionPlan): PlanTarget[] {
  return effects.map(({ step, kind, target, files, call, unknown }) => ({
    step,
    kind,
    target,
    paths: files,
    diffs: diffs?.filter(diff => diff.step === step).map(readFileDiff),
    call: call === undefined ? undefined : JSON.stringify(call, null, 2),
    unknown: unknown !== undefined,
  }));
}

/** A plan that was made to its end and writes nothing. */
export function changesNothing({
  effects,
  problem,
  unplanned,
}: Pick<PromotionPlan, 'effects' | 'problem' | 'unplanned'>): boolean {
  return effects.length === 0 && !problem && !unplanned;
}
