import { z } from 'zod';
import { applicationFields, nameOrSelector } from '../_shared/argocd';

const app = z
  .strictObject({
    ...applicationFields,
    waitFor: z
      .array(z.enum(['health', 'sync', 'operation', 'suspended', 'degraded']))
      .min(1)
      .optional(),
  })
  .refine(...nameOrSelector);

/** Kargo: `argocd-wait`. */
export const argocdWaitSchema = z.strictObject({ apps: z.array(app).min(1) });

export type ArgocdWaitConfig = z.infer<typeof argocdWaitSchema>;
