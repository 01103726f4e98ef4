import { z } from 'zod';

/** Argo's NewRelicMetric. */
export const newRelicSchema = z.strictObject({
  /** Name of the secret. */
  profile: z.string().min(1).default('newrelic'),
  /** NRQL. */
  query: z.string().min(1),
  /** Seconds. */
  timeout: z.int().positive().default(5),
});
