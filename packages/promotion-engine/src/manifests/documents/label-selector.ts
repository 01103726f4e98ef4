import { z } from 'zod';
import { Path } from '../path';
import { isLabelKey, LabelSelectorFields, LabelValue } from './common';

const Selector = z.strictObject(LabelSelectorFields);

export interface SelectorFault {
  path: Path;
  message: string;
  cure: string;
}

/** What is wrong with a label selector, where Kargo looks at all (Kubernetes: LabelSelectorAsSelector). */
export function labelSelectorFault({
  matchLabels = {},
  matchExpressions = [],
}: z.infer<typeof Selector>): SelectorFault | undefined {
  const wrong = Object.entries(matchLabels).find(
    ([key, value]) => !isLabelKey(key) || !LabelValue.safeParse(value).success,
  );
  if (wrong) {
    return {
      path: ['matchLabels', wrong[0]],
      message: `${wrong.join(': ')} is no label.`,
      cure: 'Use at most 63 letters, digits, -, _ and . on both sides.',
    };
  }
  for (const [index, requirement] of matchExpressions.entries()) {
    const fault = requirementFault(requirement);
    if (fault) {
      return { ...fault, path: ['matchExpressions', index, ...fault.path] };
    }
  }
  return undefined;
}

type Requirement = NonNullable<
  z.infer<typeof Selector>['matchExpressions']
>[number];

function requirementFault({
  key,
  operator,
  values = [],
}: Requirement): SelectorFault | undefined {
  const takesValues = operator === 'In' || operator === 'NotIn';
  if (!takesValues && operator !== 'Exists' && operator !== 'DoesNotExist') {
    return {
      path: ['operator'],
      message: `There is no operator ${operator}.`,
      cure: 'Use In, NotIn, Exists or DoesNotExist.',
    };
  }
  if (takesValues !== values.length > 0) {
    return {
      path: ['values'],
      message: takesValues
        ? `${operator} needs values.`
        : `${operator} takes no values.`,
      cure: takesValues ? 'Add values: [...].' : 'Remove values.',
    };
  }
  return isLabelKey(key)
    ? undefined
    : {
        path: ['key'],
        message: `${key} is no key of a label.`,
        cure: 'Write name or prefix/name.',
      };
}
