import { z } from 'zod';

/** Kargo: name the step whose fields these are, and say where they differ. */
export const templateSchema = z.strictObject({
  path: z.string().min(1),
  line: z.string().min(1),
});

export type TemplateConfig = z.infer<typeof templateSchema>;
