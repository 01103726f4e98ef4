import { z } from 'zod';
import { VerifierKind } from '../../registry/verifier';

/** What a metric measures, in order; the last goes on for ever. */
export type Series = Record<string, unknown[]>;

/** Verifiers that give what they are told, by the query or address of the metric. */
export function told(series: Series): VerifierKind[] {
  const left = new Map(Object.entries(series).map(([k, v]) => [k, [...v]]));
  const measure = async (config: unknown) => {
    const { query, url } = config as { query?: string; url?: string };
    const values = left.get(query ?? url!)!;
    const value = values.length > 1 ? values.shift() : values[0];
    if (value instanceof Error) throw value;
    return value;
  };
  return ['prometheus', 'web', 'datadog'].map(id => ({
    ...{ id, schema: z.unknown(), measure },
  }));
}
