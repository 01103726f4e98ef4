import {
  FreightChange,
  GateAnswer,
  GateVerdict,
  PlanAnswer,
  PromotionDetail,
  PromotionPlan,
} from '@stevedore/plugin-stevedore-common';
import {
  GateReport,
  GateVerdict as EngineVerdict,
  Plan,
  PlanAnswer as EnginePlanAnswer,
} from '@stevedore/promotion-engine';
import { publicUrl } from './publicUrl';

export function toGateVerdicts({ verdicts }: GateReport): GateVerdict[] {
  return verdicts.map(toGateVerdict);
}

export function toGateVerdict({
  gate,
  status,
  sentence,
  clearedBy,
  clearsAt,
}: EngineVerdict): GateVerdict {
  return {
    gate,
    status,
    sentence: publicUrl(sentence),
    clearedBy,
    clearsAt,
  };
}

/** With what each verdict rests on. */
export function toGateAnswer(
  report: GateReport,
  at: { stage: string; freight: string; at: string },
): GateAnswer {
  const { first, open, verdicts } = report;
  const { stage, freight } = at;
  return {
    stage,
    freight,
    at: at.at,
    open,
    sentence: first?.sentence ?? `${freight} may enter ${stage}`,
    clearsAt: first?.clearsAt,
    gates: toGateVerdicts(report).map((verdict, index) => ({
      ...verdict,
      evidence: verdicts[index].evidence,
    })),
  };
}

export function toPlan(plan: Plan): PromotionPlan {
  return {
    promotion: plan.promotion,
    digest: plan.digest,
    problem: plan.problem,
    outcomes: plan.outcomes.map(({ alias, uses, status, message }) => ({
      alias,
      uses,
      status,
      message,
    })),
    effects: plan.effects.map(effect => ({
      step: effect.step,
      kind: effect.kind,
      target: publicUrl(effect.target),
      files: (effect.files ?? []).map(file => file.path),
      unknown: effect.unknown,
      call: effect.call,
    })),
    diffs: plan.diffs.map(({ step, repoURL, branch, path, text, binary }) => ({
      step,
      repoURL: publicUrl(repoURL),
      branch,
      path,
      text,
      binary,
    })),
  };
}

export function toPlanAnswer(
  { plan, gates, action }: EnginePlanAnswer,
  change: FreightChange,
): PlanAnswer {
  return {
    plan: toPlan(plan),
    action,
    change,
    open: gates.open,
    gates: toGateVerdicts(gates).map((verdict, index) => ({
      ...verdict,
      evidence: gates.verdicts[index].evidence,
    })),
    whyNot:
      gates.first?.sentence ??
      (plan.problem && `It would fail: ${plan.problem}`),
  };
}

/** What somebody without `stevedore.plan.read` sees: names of files, never what stands in them. */
export function withoutContent(
  detail: PromotionDetail,
  why: string,
): PromotionDetail {
  return {
    ...detail,
    steps: detail.steps.map(({ output, config, if: _, ...step }) => step),
    plan: detail.plan && planWithoutContent(detail.plan, why),
  };
}

export function planWithoutContent(
  plan: PromotionPlan,
  why: string,
): PromotionPlan {
  return {
    ...plan,
    diffs: undefined,
    hidden: why,
    problem:
      plan.problem &&
      'planning failed; seeing why needs the permission stevedore.plan.read',
    outcomes: plan.outcomes.map(({ message, ...outcome }) => outcome),
    effects: plan.effects.map(({ call, ...effect }) => effect),
  };
}
