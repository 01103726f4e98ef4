import { z } from 'zod';
import { text } from '../_shared/fields';

/** Kargo: `set-freight-alias`. */
export const setFreightAliasSchema = z.strictObject({
  name: text,
  alias: text,
});

export type SetFreightAliasConfig = z.infer<typeof setFreightAliasSchema>;
