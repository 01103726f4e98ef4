import { z } from 'zod';

const updateSchema = z
  .strictObject({
    /** Dots separate, `\.` is a dot, a number is a place in a list: `image.tag`, `hosts.0`. */
    key: z.string().min(1),
    value: z.unknown(),
  })
  // null is a value, nothing is not
  .refine(update => update.value !== undefined, {
    message: 'value is required',
    path: ['value'],
  });

/** Kargo: `yaml-update`. */
export const yamlUpdateSchema = z.strictObject({
  path: z.string().min(1),
  updates: z.array(updateSchema).min(1),
});

export type YamlUpdateConfig = z.infer<typeof yamlUpdateSchema>;
