import { z } from 'zod';
import { text } from '../_shared/fields';

/** Kargo: `helm-update-chart`; without `charts` every dependency is brought up to date within its range. */
export const helmUpdateChartSchema = z.strictObject({
  path: text,
  charts: z
    .array(z.strictObject({ repository: text, name: text, version: text }))
    .optional(),
});

export type HelmUpdateChartConfig = z.infer<typeof helmUpdateChartSchema>;
