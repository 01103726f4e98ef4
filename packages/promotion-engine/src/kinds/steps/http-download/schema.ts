import { z } from 'zod';
import { durationText, nameValues, text } from '../_shared/fields';

/** Kargo: `http-download`. */
export const httpDownloadSchema = z.strictObject({
  url: text,
  outPath: text,
  allowOverwrite: z.boolean().optional(),
  headers: nameValues.optional(),
  queryParams: nameValues.optional(),
  insecureSkipTLSVerify: z.boolean().optional(),
  timeout: durationText.optional(),
});

export type HttpDownloadConfig = z.infer<typeof httpDownloadSchema>;
