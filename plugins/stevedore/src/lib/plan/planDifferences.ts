import { PromotionPlan } from '@stevedore/plugin-stevedore-common';
import { stepName } from '../words/stepName';

/** In sentences, what one plan of a promotion would do otherwise than an earlier one. */
export function planDifferences(
  before: PromotionPlan,
  after: PromotionPlan,
): string[] {
  const was = written(before);
  const is = written(after);
  const keys = [...new Set([...was.keys(), ...is.keys()])];
  const found = keys.flatMap(key => {
    if (!was.has(key)) return [`now also writes ${key}`];
    if (!is.has(key)) return [`no longer writes ${key}`];
    return was.get(key) === is.get(key) ? [] : [`writes ${key} otherwise`];
  });
  if (before.problem !== after.problem && after.problem)
    found.push(`would fail now: ${after.problem}`);
  return found;
}

/** Everything that is written, by name, with what can be seen of its content. */
function written({
  effects,
  diffs,
  outcomes,
}: PromotionPlan): Map<string, string> {
  const found = new Map<string, string>();
  for (const { step, kind, target, files, call, unknown } of effects) {
    const { name } = stepName(
      outcomes.find(({ alias }) => alias === step) ?? {
        alias: step,
        uses: kind,
      },
    );
    if (files.length === 0)
      found.set(`${target} (${name})`, JSON.stringify([call, unknown]));
    for (const path of files) {
      const diff = diffs?.find(
        each => each.step === step && each.path === path,
      );
      found.set(`${path} (${name})`, contentOf(diff?.text ?? ''));
    }
  }
  return found;
}

/** Where a line stands and the blobs' names change with every other commit; what is written does not. */
function contentOf(text: string): string {
  return text
    .split('\n')
    .filter(line => /^[+-]/.test(line))
    .join('\n');
}
