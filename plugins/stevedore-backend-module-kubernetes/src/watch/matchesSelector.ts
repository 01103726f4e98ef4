/** meta/v1 LabelSelector. */
export interface LabelSelector {
  matchLabels?: Record<string, string>;
  matchExpressions?: {
    key: string;
    operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist';
    values?: string[];
  }[];
}

/** Every part must hold; without parts it selects everything. */
export function matchesSelector(
  { matchLabels = {}, matchExpressions = [] }: LabelSelector,
  labels: Record<string, string> = {},
): boolean {
  return (
    Object.entries(matchLabels).every(
      ([key, value]) => labels[key] === value,
    ) && matchExpressions.every(expression => holds(expression, labels))
  );
}

function holds(
  {
    key,
    operator,
    values = [],
  }: NonNullable<LabelSelector['matchExpressions']>[number],
  labels: Record<string, string>,
): boolean {
  const there = Object.hasOwn(labels, key);
  switch (operator) {
    case 'In':
      return there && values.includes(labels[key]);
    case 'NotIn':
      return !there || !values.includes(labels[key]);
    case 'Exists':
      return there;
    default:
      return !there;
  }
}
