import { z } from 'zod';
import { text } from '../_shared/fields';

/** Kargo: `set-metadata`. */
export const setMetadataSchema = z.strictObject({
  updates: z
    .array(
      z.strictObject({
        kind: z.enum(['Stage', 'Freight']),
        name: text,
        values: z
          .record(z.string(), z.unknown())
          .refine(values => Object.keys(values).length > 0, {
            message: 'must hold at least one value',
          }),
      }),
    )
    .min(1),
});

export type SetMetadataConfig = z.infer<typeof setMetadataSchema>;
