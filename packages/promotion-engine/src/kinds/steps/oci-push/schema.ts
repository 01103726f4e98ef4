import { z } from 'zod';
import { sourceReference, targetReference } from '../_shared/ociReference';

/** Kargo: `oci-push`. */
export const ociPushSchema = z.strictObject({
  srcRef: sourceReference,
  destRef: targetReference,
  /** Keys may begin with `index:` or `manifest:`. */
  annotations: z.record(z.string(), z.string()).optional(),
  insecureSkipTLSVerify: z.boolean().optional(),
});

export type OciPushConfig = z.infer<typeof ociPushSchema>;
