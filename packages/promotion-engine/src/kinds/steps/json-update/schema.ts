import { z } from 'zod';
import { updatesSchema } from '../_shared/updates';

/** Kargo: `json-update`. */
export const jsonUpdateSchema = updatesSchema;

export type JsonUpdateConfig = z.infer<typeof jsonUpdateSchema>;
