import { z } from 'zod';

/** Argo's WebMetric. */
export const WebProvider = z.strictObject({
  url: z.string().min(1),
  method: z.enum(['GET', 'POST', 'PUT']).optional(),
  headers: z
    .array(z.strictObject({ key: z.string(), value: z.string() }))
    .optional(),
  body: z.string().optional(),
  jsonBody: z.unknown().optional(),
  jsonPath: z.string().optional(),
  timeoutSeconds: z.union([z.int().min(0), z.string()]).optional(),
  insecure: z.boolean().optional(),
  authentication: z
    .strictObject({
      sigv4: z.unknown().optional(),
      oauth2: z.unknown().optional(),
    })
    .optional(),
});
