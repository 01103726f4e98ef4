import { updatesSchema } from '../_shared/updates';

/** Kargo: `toml-update`. */
export const tomlUpdateSchema = updatesSchema;
