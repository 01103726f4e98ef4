import { PromotionPolicy, StageSelector } from '../model/definition';
import { compileNamePattern } from '../model/patterns';

/** What policies look at. */
export interface PolicySubject {
  name: string;
  labels: Record<string, string>;
  /** Of a stage for one target: what is said of the Stage as it is written holds for it, too. */
  target?: { stage: string };
}

type Requirement = NonNullable<StageSelector['matchExpressions']>[number];

// what Kubernetes takes for a label: apimachinery's validation of qualified names and label values
const LABEL_PREFIX =
  /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const LABEL_NAME = /^[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;

function checkLabel(key: string, values: string[]): void {
  const parts = key.split('/');
  const name = parts[parts.length - 1];
  const goodPrefix =
    parts.length === 1 ||
    (parts.length === 2 &&
      parts[0].length <= 253 &&
      LABEL_PREFIX.test(parts[0]));
  if (!goodPrefix || !LABEL_NAME.test(name)) {
    throw new Error(
      `A promotion policy selects by "${key}", which cannot be the name of a label.`,
    );
  }
  const bad = values.find(value => value !== '' && !LABEL_NAME.test(value));
  if (bad !== undefined) {
    throw new Error(
      `A promotion policy selects by the value "${bad}" of label "${key}", which a label cannot have.`,
    );
  }
}

function checkRequirement({ key, operator, values = [] }: Requirement): void {
  checkLabel(key, values);
  const listed = operator === 'In' || operator === 'NotIn';
  if (!listed && operator !== 'Exists' && operator !== 'DoesNotExist') {
    throw new Error(
      `A promotion policy uses the operator "${operator}" for label "${key}"; use In, NotIn, Exists or DoesNotExist.`,
    );
  }
  if (listed === (values.length === 0)) {
    const need = listed ? 'at least one value' : 'no values';
    throw new Error(
      `A promotion policy needs ${need} with operator ${operator} for label "${key}".`,
    );
  }
}

function fitsRequirement(
  { key, operator, values = [] }: Requirement,
  labels: Record<string, string>,
): boolean {
  const has = Object.hasOwn(labels, key);
  switch (operator) {
    case 'In':
      return has && values.includes(labels[key]);
    case 'NotIn':
      return !has || !values.includes(labels[key]);
    case 'Exists':
      return has;
    default:
      return !has;
  }
}

function fitsLabels(
  selector: StageSelector,
  labels: Record<string, string>,
): boolean {
  const requirements = selector.matchExpressions ?? [];
  requirements.forEach(checkRequirement);
  const wanted = Object.entries(selector.matchLabels ?? {});
  wanted.forEach(([key, value]) => checkLabel(key, [value]));
  return (
    wanted.every(
      ([key, value]) => Object.hasOwn(labels, key) && labels[key] === value,
    ) && requirements.every(one => fitsRequirement(one, labels))
  );
}

/** @throws Error when the selector's name pattern, or (once the name fits) its labels, cannot be read. */
export function selectsStage(
  selector: StageSelector,
  stage: PolicySubject,
): boolean {
  if (selector.name) {
    const fits = compileNamePattern(selector.name);
    const named = fits(stage.name) || fits(stage.target?.stage ?? stage.name);
    if (!named) return false;
  }
  return fitsLabels(selector, stage.labels);
}

/**
 * The first policy that selects the stage decides; without one it is off (Kargo: IsAutoPromotionEnabled).
 * @throws Error when a policy that is reached cannot be read; nothing may be promoted by itself then.
 */
export function isAutoPromotionEnabled(
  policies: readonly PromotionPolicy[],
  stage: PolicySubject,
): boolean {
  return (
    policies.find(policy => selectsStage(policy.selector, stage))
      ?.autoPromotionEnabled ?? false
  );
}
