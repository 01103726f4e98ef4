import { z } from 'zod';

/** Kargo: `fail`. */
export const failSchema = z.strictObject({
  message: z.string().optional(),
});

export type FailConfig = z.infer<typeof failSchema>;
