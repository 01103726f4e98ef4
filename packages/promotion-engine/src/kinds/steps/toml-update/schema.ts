import { z } from 'zod';
import { updatesSchema } from '../_shared/updates';

/** Kargo: `toml-update`. */
export const tomlUpdateSchema = updatesSchema;

export type TomlUpdateConfig = z.infer<typeof tomlUpdateSchema>;
