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

/**
 * A duration of hours, minutes and seconds. Kargo reads it, writes it in Go's way and only then looks at its units:
 * `1500ms` becomes `1.5s` and is fine, `0.5s` becomes `500ms` and is not.
 */
export const Interval = Duration.refine(
  milliseconds => milliseconds === 0 || milliseconds >= 1000,
  rule('This is no interval: it is negative or shorter than a second.', {
    cure: DURATION_CURE,
  }),
);

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

export const TextMap = z.record(z.string(), z.string());
const ignored = z.unknown().optional();

/** Kubernetes' qualified name: `[prefix/]name`. */
export function isLabelKey(text: string): boolean {
  const [name, prefix, ...more] = text.split('/').reverse();
  return (
    more.length === 0 &&
    (prefix === undefined || isSubdomain(prefix)) &&
    name.length <= 63 &&
    /^([A-Za-z0-9][\w.-]*)?[A-Za-z0-9]$/.test(name)
  );
}

const KEY_CURE =
  'Write name or prefix/name: at most 63 letters, digits, -, _ and . after the slash, a domain before it.';
const LabelKey = z
  .string()
  .refine(isLabelKey, rule('This is no key of a label.', { cure: KEY_CURE }));
const AnnotationKey = z
  .string()
  .refine(
    text => isLabelKey(text.toLowerCase()),
    rule('This is no key of an annotation.', { cure: KEY_CURE }),
  );

export const LabelValue = z.string().refine(
  text =>
    text.length <= 63 && /^([A-Za-z0-9]([\w.-]*[A-Za-z0-9])?)?$/.test(text),
  rule('This is no value of a label.', {
    cure: 'Use at most 63 letters, digits, -, _ and .; begin and end with a letter or digit.',
  }),
);

const MetadataFields = {
  name: ResourceName.optional(),
  namespace: LabelName.optional(),
  labels: z.record(LabelKey, LabelValue).default({}),
  annotations: z.record(AnnotationKey, z.string()).default({}),
  generateName: z.string().optional(),
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
};

const Metadata = z
  .strictObject(MetadataFields)
  .default({ labels: {}, annotations: {} })
  .refine(
    ({ name, generateName }) => Boolean(name || generateName),
    rule('metadata.name is missing.', { cure: 'Add metadata.name (a text).' }),
  )
  .transform(metadata => ({ ...metadata, name: metadata.name ?? '' }));

/** Of kinds whose name Kargo makes itself, whatever the manifest says. */
const NamedByKargo = z
  .strictObject({ ...MetadataFields, name: z.string().optional() })
  .default({ labels: {}, annotations: {} });

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

/** An object without `spec`, which Kargo names itself. */
export function namedByKargo<F extends z.ZodRawShape>(fields: F) {
  return z.strictObject({
    apiVersion: z.string(),
    kind: z.string(),
    metadata: NamedByKargo,
    status: ignored,
    ...fields,
  });
}

/** Kargo keeps `spec.shard` as a label, so it has to be a value of one. */
export const Shard = LabelValue.optional();

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
