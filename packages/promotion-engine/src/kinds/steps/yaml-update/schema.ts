import { z } from 'zod';
import { updatesSchema } from '../_shared/updates';

/** Kargo: `yaml-update`. */
export const yamlUpdateSchema = updatesSchema;

export type YamlUpdateConfig = z.infer<typeof yamlUpdateSchema>;
