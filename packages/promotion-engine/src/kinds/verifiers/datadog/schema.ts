import { z } from 'zod';

const AGGREGATORS = [
  'avg',
  'min',
  'max',
  'sum',
  'last',
  'percentile',
  'mean',
  'l2norm',
  'area',
] as const;

/** Argo's DatadogMetric. */
export const datadogSchema = z
  .strictObject({
    /** A Go duration: how far back the query looks. */
    interval: z.string().default('5m'),
    query: z.string().min(1).optional(),
    queries: z.record(z.string(), z.string()).optional(),
    formula: z.string().min(1).optional(),
    apiVersion: z.enum(['v1', 'v2']).default('v1'),
    /** A Go duration: how long Datadog may take to answer. */
    requestTimeout: z.string().default('10s'),
    aggregator: z.enum(AGGREGATORS).default('last'),
    secretRef: z
      .strictObject({
        name: z.string().min(1),
        namespaced: z.boolean().optional(),
      })
      .default({ name: 'datadog' }),
  })
  .refine(
    ({ query, queries }) => (query === undefined) !== (queries === undefined),
    'Give either query or queries.',
  )
  .refine(
    ({ queries, apiVersion }) => queries === undefined || apiVersion === 'v2',
    'queries need apiVersion: v2.',
  )
  .refine(
    ({ queries = {}, formula }) =>
      Object.keys(queries).length < 2 || formula !== undefined,
    'Several queries need a formula.',
  );
