import { z } from 'zod';
import { text } from '../_shared/fields';

/** Kargo: `kustomize-build`. */
export const kustomizeBuildSchema = z.strictObject({
  path: text,
  outPath: text,
  outputFormat: z.enum(['kargo', 'kustomize']).optional(),
  plugin: z
    .strictObject({
      helm: z
        .strictObject({
          apiVersions: z.array(z.string()).optional(),
          kubeVersion: z.string().optional(),
        })
        .optional(),
    })
    .optional(),
});

export type KustomizeBuildConfig = z.infer<typeof kustomizeBuildSchema>;
