import { StepTemplate } from '../model/definition';
import { EffectDigest, ExternalEffect } from '../model/promotion';
import { canonicalHash } from './ledgerChain';
import { stepTitle } from './stepTitle';

/** The part of a plan that an approval is bound to: what would be written, never when or on top of what. */
export function effectDigest(effect: ExternalEffect): EffectDigest {
  const { step, kind, target, files, call, unknown } = effect;
  const digest = canonicalHash(
    JSON.parse(JSON.stringify({ step, kind, target, files, call, unknown })),
  );
  const summary = files
    ? files.map(
        file =>
          `${file.path} ${file.oldBlob ?? 'absent'} ${
            file.newBlob ?? 'absent'
          } ${file.mode}`,
      )
    : [JSON.stringify(call ?? unknown ?? target)];
  return { step, digest, summary };
}

/** sha256 hex over freight, inflated steps and every effect (design, section 5). */
export function planDigest(plan: {
  freight: string;
  steps: StepTemplate[];
  effects: EffectDigest[];
}): string {
  const effects = plan.effects.map(({ step, digest }) => ({ step, digest }));
  return canonicalHash(
    JSON.parse(
      JSON.stringify({ freight: plan.freight, steps: plan.steps, effects }),
    ),
  );
}

/** In words, what differs between two plans of one promotion, which has these steps. */
export function planDifferences(
  before: EffectDigest[],
  after: EffectDigest[],
  templates: readonly Pick<StepTemplate, 'as' | 'uses'>[],
): string[] {
  const differences: string[] = [];
  const titleOf = (alias: string) => {
    const uses = templates.find(each => each.as === alias)?.uses ?? alias;
    return stepTitle({ alias, uses });
  };
  const steps = new Set([...before, ...after].map(effect => effect.step));
  for (const step of steps) {
    const old = new Set(
      before.find(effect => effect.step === step)?.summary ?? [],
    );
    const now = new Set(
      after.find(effect => effect.step === step)?.summary ?? [],
    );
    const title = titleOf(step);
    const words = (line: string) => line.split(' ')[0];
    const gone = [...old].filter(line => !now.has(line)).map(words);
    const come = [...now].filter(line => !old.has(line)).map(words);
    for (const path of new Set([...gone, ...come])) {
      if (gone.includes(path) && come.includes(path))
        differences.push(`${title}: ${path} changed meanwhile`);
      else if (come.includes(path))
        differences.push(`${title}: would now also write ${path}`);
      else differences.push(`${title}: would no longer write ${path}`);
    }
  }
  return differences;
}
