import { z } from 'zod';
import { text } from '../_shared/fields';
import { sourceReference } from '../_shared/ociReference';

/** Kargo: `oci-download`. */
export const ociDownloadSchema = z.strictObject({
  imageRef: sourceReference,
  outPath: text,
  allowOverwrite: z.boolean().optional(),
  /** Of the layer; left out, the first one is taken. */
  mediaType: text.optional(),
  insecureSkipTLSVerify: z.boolean().optional(),
});

export type OciDownloadConfig = z.infer<typeof ociDownloadSchema>;
