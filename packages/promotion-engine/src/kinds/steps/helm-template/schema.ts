import { z } from 'zod';
import { text } from '../_shared/fields';

/** Kargo: `helm-template`. */
export const helmTemplateSchema = z.strictObject({
  path: text,
  outPath: text,
  releaseName: text,
  outLayout: z.enum(['helm', 'flat']).optional(),
  useReleaseName: z.boolean().optional(),
  namespace: z.string().optional(),
  valuesFiles: z.array(z.string()).optional(),
  ignoreMissingValueFiles: z.boolean().optional(),
  setValues: z
    .array(
      z.strictObject({
        key: text,
        value: z.string(),
        literal: z.boolean().optional(),
      }),
    )
    .optional(),
  buildDependencies: z.boolean().optional(),
  includeCRDs: z.boolean().optional(),
  disableHooks: z.boolean().optional(),
  skipTests: z.boolean().optional(),
  kubeVersion: z.string().optional(),
  apiVersions: z.array(z.string()).optional(),
});

export type HelmTemplateConfig = z.infer<typeof helmTemplateSchema>;
