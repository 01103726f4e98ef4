import { z } from 'zod';
import { text } from './fields';

/** `value` must be there, and may be null. */
const updateSchema = z
  .strictObject({
    /** Dots separate, `\.` is a dot, a number is a place in a list: `image.tag`, `hosts.0`. */
    key: text,
    value: z.unknown(),
  })
  .refine(update => update.value !== undefined, {
    message: 'value is required',
    path: ['value'],
  });

/** What the steps `json-update`, `toml-update` and `yaml-update` are told to write. */
export const updatesSchema = z.strictObject({
  path: text,
  updates: z.array(updateSchema).min(1),
});

export type UpdatesConfig = z.infer<typeof updatesSchema>;
