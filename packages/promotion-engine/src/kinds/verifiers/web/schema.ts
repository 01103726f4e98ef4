import { z } from 'zod';

/** Fields of Argo's WebMetric that work without a cluster. */
export const webSchema = z.strictObject({
  url: z.string().min(1),
  method: z.enum(['GET', 'POST', 'PUT']).default('GET'),
  headers: z
    .array(z.strictObject({ key: z.string(), value: z.string() }))
    .default([]),
  body: z.string().optional(),
  jsonBody: z.unknown().optional(),
  timeoutSeconds: z.number().int().positive().default(10),
  jsonPath: z.string().optional(),
  insecure: z.boolean().default(false),
});
