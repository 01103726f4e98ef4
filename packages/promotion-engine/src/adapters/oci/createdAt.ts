import { formatInstant, parseInstant } from '../../model/instant';

/** Where builders write when an image was made; the first that can be read counts. */
const KEYS = [
  'org.opencontainers.image.created',
  'org.label-schema.build-date',
];

function firstInstant(
  values: Record<string, string> | null | undefined,
): bigint | undefined {
  for (const key of KEYS) {
    const text = values?.[key];
    const instant = text ? parseInstant(text) : undefined;
    if (instant !== undefined) return instant;
  }
  return undefined;
}

/** When an image was made, by annotations alone (OCI image-spec, annotations.md). */
export function annotatedAt(
  annotations: Record<string, string> | null | undefined,
): string | undefined {
  const instant = firstInstant(annotations);
  return instant === undefined ? undefined : formatInstant(instant);
}

/** What one manifest and its config say about their age. */
export interface AgeSources {
  annotations?: Record<string, string> | null;
  /** Of the config. */
  labels?: Record<string, string> | null;
  /** The config's `created`. */
  configCreatedAt?: string;
}

/**
 * When an image was made. An annotation wins outright; otherwise the later of label and config, because
 * reproducible builds set the config's date to the epoch (Kargo: getCreationTime).
 */
export function createdAt(sources: AgeSources): string | undefined {
  const annotated = annotatedAt(sources.annotations);
  if (annotated !== undefined) return annotated;
  const labelled = firstInstant(sources.labels);
  const configured = sources.configCreatedAt
    ? parseInstant(sources.configCreatedAt)
    : undefined;
  if (labelled === undefined && configured === undefined) return undefined;
  const latest =
    (labelled ?? configured!) > (configured ?? labelled!)
      ? labelled
      : configured ?? labelled;
  return formatInstant(latest!);
}

/** The newest of several, in the form of `createdAt`. */
export function newest(dates: (string | undefined)[]): string | undefined {
  const instants = dates.flatMap(date =>
    date ? parseInstant(date) ?? [] : [],
  );
  if (instants.length === 0) return undefined;
  return formatInstant(instants.reduce((a, b) => (a > b ? a : b)));
}
