import { z } from 'zod';
import { authenticationSchema } from '../_shared/authentication';
import { headersSchema } from '../_shared/headers';

/** Argo's PrometheusMetric. */
export const prometheusSchema = z.strictObject({
  address: z
    .string()
    .regex(/^https?:\/\//, 'An address begins with http:// or https://.'),
  query: z.string().min(1),
  /** Seconds. */
  timeout: z.int().min(0).default(30),
  insecure: z.boolean().default(false),
  headers: headersSchema,
  authentication: authenticationSchema.default({}),
  /** Expressions that give times, such as `now() - duration("5m")`, and a Go duration. */
  rangeQuery: z
    .strictObject({
      start: z.string().min(1),
      end: z.string().min(1),
      step: z.string().min(1),
    })
    .optional(),
});
