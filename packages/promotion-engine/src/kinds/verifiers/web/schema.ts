import { z } from 'zod';
import { authenticationSchema } from '../_shared/authentication';
import { headersSchema } from '../_shared/headers';

/** Argo's WebMetric. */
export const webSchema = z
  .strictObject({
    url: z.string().min(1),
    method: z.enum(['GET', 'POST', 'PUT']).default('GET'),
    headers: headersSchema,
    body: z.string().optional(),
    jsonBody: z.unknown().optional(),
    timeoutSeconds: z.coerce.number().int().min(0).default(10),
    jsonPath: z.string().optional(),
    insecure: z.boolean().default(false),
    authentication: authenticationSchema.default({}),
  })
  .refine(
    ({ method, body, jsonBody }) =>
      method !== 'GET' || (body === undefined && jsonBody === undefined),
    'A GET has no body: add method: POST or PUT.',
  )
  .refine(
    ({ body, jsonBody }) => body === undefined || jsonBody === undefined,
    'Give either body or jsonBody.',
  );
