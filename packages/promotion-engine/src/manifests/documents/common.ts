import { z } from 'zod';
import { DURATION_CURE, parseDuration } from '../duration';
import { RuleParams } from '../shape';

const LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const SUBDOMAIN =
  /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
export const NAME_CURE =
  'Use lower-case letters, digits and hyphens; begin and end with a letter or digit.';

/** A refinement that carries a cure. */
export function rule(message: string, params: RuleParams) {
  return { error: message, params: params as Record<string, unknown> };
}

export function isLabel(text: string): boolean {
  return text.length <= 63 && LABEL.test(text);
}

export function isSubdomain(text: string): boolean {
  return text.length <= 253 && SUBDOMAIN.test(text);
}

/** A name of Kubernetes' (RFC 1123 subdomain). */
export const ResourceName = z
  .string()
  .refine(
    isSubdomain,
    rule('This is no name that Kubernetes accepts.', { cure: NAME_CURE }),
  );

export const LabelName = z
  .string()
  .refine(
    isLabel,
    rule('This is no name that Kubernetes accepts.', { cure: NAME_CURE }),
  );

/** A Go duration, in milliseconds. */
export const Duration = z.string().transform((text, context) => {
  const milliseconds = parseDuration(text);
  if (milliseconds === undefined) {
    context.addIssue({
      code: 'custom',
      message: `${JSON.stringify(text)} is no duration.`,
      params: { cure: DURATION_CURE },
    });
    return z.NEVER;
  }
  return milliseconds;
});

export const Variables = z
  .array(
    z.strictObject({
      name: z.string().refine(
        name => /^[a-zA-Z_]\w*$/.test(name),
        rule('This is no name of a variable.', {
          cure: 'Use letters, digits and _; begin with a letter or _.',
        }),
      ),
      value: z.string().default(''),
    }),
  )
  .default([]);

const TextMap = z.record(z.string(), z.string());
const ignored = z.unknown().optional();

const LabelValue = z.string().refine(
  text =>
    text.length <= 63 && /^([A-Za-z0-9]([\w.-]*[A-Za-z0-9])?)?$/.test(text),
  rule('This is no value of a label.', {
    cure: 'Use at most 63 letters, digits, -, _ and .; begin and end with a letter or digit.',
  }),
);

const Metadata = z.strictObject({
  name: ResourceName,
  namespace: LabelName.optional(),
  labels: z.record(z.string(), LabelValue).default({}),
  annotations: TextMap.default({}),
  generateName: ignored,
  finalizers: ignored,
  ownerReferences: ignored,
  creationTimestamp: ignored,
  deletionTimestamp: ignored,
  deletionGracePeriodSeconds: ignored,
  generation: ignored,
  managedFields: ignored,
  resourceVersion: ignored,
  selfLink: ignored,
  uid: ignored,
});

/** A whole Kubernetes object with the given `spec`. */
export function objectShape<S extends z.ZodType>(spec: S) {
  return z.strictObject({
    apiVersion: z.string(),
    kind: z.string(),
    metadata: Metadata,
    spec,
    status: ignored,
  });
}

export const LabelSelectorFields = {
  matchLabels: TextMap.optional(),
  matchExpressions: z
    .array(
      z.strictObject({
        key: z.string(),
        operator: z.string(),
        values: z.array(z.string()).optional(),
      }),
    )
    .optional(),
};
