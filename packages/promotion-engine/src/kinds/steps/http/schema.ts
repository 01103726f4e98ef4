import { z } from 'zod';
import {
  durationText,
  expressionOutputs,
  nameValues,
  text,
} from '../_shared/fields';

/** Kargo: `http`; and `idempotent`, which is ours. */
export const httpSchema = z
  .strictObject({
    url: text,
    method: z
      .enum(['DELETE', 'GET', 'HEAD', 'PATCH', 'POST', 'PUT'])
      .optional(),
    headers: nameValues.optional(),
    queryParams: nameValues.optional(),
    body: z.string().optional(),
    bodyFromFile: text.optional(),
    insecureSkipTLSVerify: z.boolean().optional(),
    proxy: z
      .string()
      .regex(/^https?:\/\/.*$/, 'must begin with http:// or https://')
      .optional(),
    timeout: durationText.optional(),
    pollInterval: durationText.optional(),
    responseContentType: z
      .enum(['application/json', 'application/yaml', 'text/plain'])
      .optional(),
    successExpression: z.string().optional(),
    failureExpression: z.string().optional(),
    errorExpression: z.string().optional(),
    outputs: expressionOutputs.optional(),
    /** Ours: the other side takes a repeated Idempotency-Key for the same call. */
    idempotent: z.boolean().optional(),
  })
  .refine(
    ({ body, bodyFromFile }) => !(body && bodyFromFile),
    'at most one of body and bodyFromFile may be set',
  );

export type HttpConfig = z.infer<typeof httpSchema>;
