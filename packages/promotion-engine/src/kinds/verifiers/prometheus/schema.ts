import { z } from 'zod';
import { authenticationSchema } from '../_shared/authentication';
import { headersSchema } from '../_shared/headers';

/** Argo's PrometheusMetric. */
export const prometheusSchema = z.strictObject({
  address: z
    .string()
    // what an argument gives is read when it is measured
    .regex(
      /^(https?:\/\/|\{\{)/,
      'An address begins with http:// or https://.',
    ),
  query: z.string().min(1),
  /** Seconds. */
  timeout: z.int().min(0).default(30),
  insecure: z.boolean().default(false),
  /** PEM certificates of authorities that are trusted beside the known ones. */
  caCert: z.string().min(1).optional(),
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
