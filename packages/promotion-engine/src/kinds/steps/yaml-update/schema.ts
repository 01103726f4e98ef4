import { updatesSchema } from '../_shared/updates';

/** Kargo: `yaml-update`. */
export const yamlUpdateSchema = updatesSchema;
