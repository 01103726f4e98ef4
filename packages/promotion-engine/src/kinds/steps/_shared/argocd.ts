import { z } from 'zod';
import { text } from './fields';

/** As Kubernetes has it, but one of the two must say something. */
const labelSelector = z
  .strictObject({
    matchLabels: z.record(z.string(), z.string()).optional(),
    matchExpressions: z
      .array(
        z.strictObject({
          key: text,
          operator: z.enum(['In', 'NotIn', 'Exists', 'DoesNotExist']),
          values: z.array(z.string()).optional(),
        }),
      )
      .min(1)
      .optional(),
  })
  .refine(
    ({ matchLabels, matchExpressions }) =>
      Object.keys(matchLabels ?? {}).length > 0 ||
      matchExpressions !== undefined,
    { message: 'matchLabels or matchExpressions must be set' },
  );

/** How the steps for Argo CD name Applications. */
export const applicationFields = {
  name: text.optional(),
  namespace: text.optional(),
  selector: labelSelector.optional(),
};

/** Arguments of `refine` for an object with `applicationFields`. */
export const nameOrSelector: [
  (app: { name?: string; selector?: unknown }) => boolean,
  string,
] = [
  ({ name, selector }) => (name === undefined) !== (selector === undefined),
  'exactly one of name and selector must be set',
];
