import { updatesSchema } from '../_shared/updates';

/** Kargo: `json-update`. */
export const jsonUpdateSchema = updatesSchema;
